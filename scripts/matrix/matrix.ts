// `pnpm test:matrix [text …]`: tests the packages of a rehearsed release with all supported tools. Arguments select the
// cells whose table, row or column contains one of them.
import { join } from "node:path";
import { copyRepository } from "../release/copy.ts";
import { startInstalledMock } from "../release/mock.ts";
import { createProject } from "../release/project.ts";
import { buildPackages, publishPackages, versionPackages } from "../release/publish.ts";
import { startRegistry } from "../release/registry.ts";
import { createTemporaryFolder } from "../temporary-folder.ts";
import { printLine, secondsSince, statusMark } from "../terminal.ts";
import type { Lab } from "./cell.ts";
import { CELLS } from "./cells.ts";
import { layOut } from "./lay-out.ts";
import { type Outcome, tryCell } from "./try-cell.ts";

const words = process.argv.slice(2).map((word) => word.toLowerCase());
const cells = CELLS.filter(({ group, row, column }) => {
  const title = `${group} ${row} ${column}`.toLowerCase();
  return words.length === 0 || words.some((word) => title.includes(word));
});
if (cells.length === 0) {
  printLine(`No table, row or column of the matrix contains ${words.join(" or ")}.`);
  process.exit(2);
}

const started = performance.now();
try {
  using temporary = createTemporaryFolder("matrix");
  await using registry = await startRegistry(join(temporary.path, "registry"));
  const copy = join(temporary.path, "copy");
  await copyRepository(copy);
  await versionPackages(copy);
  await buildPackages(copy);
  const published = await publishPackages(copy, registry);
  const server = createProject(join(temporary.path, "mock"), registry);
  await server.install("@keynest/mock");
  await using mock = await startInstalledMock(server.folder);
  printLine(`${statusMark(true)} Published ${published.map(({ name, version }) => `${name}@${version}`).join(", ")}.`);

  const lab: Lab = {
    mockUrl: mock.url,
    project: (name) => createProject(join(temporary.path, "projects", name), registry),
  };
  const outcomes: Outcome[] = [];
  for (const cell of cells) {
    const outcome = await tryCell(cell, lab);
    outcomes.push(outcome);
    if (process.stdout.isTTY)
      printLine(`${statusMark(outcome.state === "works")} ${cell.row}, ${cell.column} (${outcome.ms} ms)`);
  }
  for (const line of layOut(outcomes)) printLine(line);
  const count = (state: Outcome["state"]) => outcomes.filter((outcome) => outcome.state === state).length;
  printLine(`\n${cells.length} cells in ${secondsSince(started)}: ${count("works")} work, ${count("fails")} fail,`);
  printLine(`${count("explained")} cannot work, as explained, and ${count("unknown")} could not run.`);
  // CI has all tools, so a cell that could not run is a failure there.
  if (count("fails") > 0 || (process.env.CI && count("unknown") > 0)) process.exitCode = 1;
} catch (error) {
  printLine(`${statusMark(false)} ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

// `pnpm test:matrix [text …]`: installs the packages from a rehearsed release wherever they should work, and tries them.
// Words choose the cells whose table, row or column has one of them in it.
import { join } from "node:path";
import { copyRepository } from "../release/copy.ts";
import { startInstalledMock } from "../release/mock.ts";
import { createProject } from "../release/project.ts";
import { buildPackages, publishPackages, versionPackages } from "../release/publish.ts";
import { startRegistry } from "../release/registry.ts";
import { createTemporaryFolder } from "../temporary-folder.ts";
import { mark, say, secondsSince } from "../terminal.ts";
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
  say(`No cell of the matrix has ${words.join(" or ")} in its table, row or column.`);
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
  say(`${mark(true)} Published ${published.map(({ name, version }) => `${name}@${version}`).join(", ")}.`);

  const lab: Lab = {
    mockUrl: mock.url,
    project: (name) => createProject(join(temporary.path, "projects", name), registry),
  };
  const outcomes: Outcome[] = [];
  for (const cell of cells) {
    const outcome = await tryCell(cell, lab);
    outcomes.push(outcome);
    if (process.stdout.isTTY) say(`${mark(outcome.state === "works")} ${cell.row}, ${cell.column} (${outcome.ms} ms)`);
  }
  for (const line of layOut(outcomes)) say(line);
  const count = (state: Outcome["state"]) => outcomes.filter((outcome) => outcome.state === state).length;
  say(`\n${cells.length} cells in ${secondsSince(started)}: ${count("works")} work, ${count("fails")} do not,`);
  say(`${count("explained")} cannot, as explained, and ${count("unknown")} could not be tried.`);
  // CI has all the tools; there, what cannot be tried is a mistake.
  if (count("fails") > 0 || (process.env.CI && count("unknown") > 0)) process.exitCode = 1;
} catch (error) {
  say(`${mark(false)} ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

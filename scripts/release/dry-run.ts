// `pnpm release:dry-run`: rehearses the whole release in a temporary copy of the repository, with a registry on loopback.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathOf, runCommand } from "../command.ts";
import { table } from "../table.ts";
import { createTemporaryFolder } from "../temporary-folder.ts";
import { printLine, secondsSince, statusMark, style } from "../terminal.ts";
import { ROOT } from "../turbo.ts";
import { audit } from "./audit.ts";
import { copyRepository } from "./copy.ts";
import { type Licensed, listLicences } from "./licences.ts";
import { startInstalledMock } from "./mock.ts";
import { EXPECTED, MAINS, PROGRAMS } from "./program.ts";
import { createProject } from "./project.ts";
import { buildPackages, type Published, publishPackages, versionPackages } from "./publish.ts";
import { startRegistry } from "./registry.ts";

using temporary = createTemporaryFolder("release");
try {
  await using registry = await startRegistry(join(temporary.path, "registry"));
  const copy = join(temporary.path, "copy");
  await step("Copied the repository", () => copyRepository(copy));
  await step("Versioned the packages with Changesets", () => versionPackages(copy));
  await step("Built the packages", () => buildPackages(copy));
  const published = await step("Published the packages to a registry on loopback", () =>
    publishPackages(copy, registry),
  );

  const project = createProject(join(temporary.path, "project"), registry);
  await step("Installed the packages in an empty project", () => {
    return project.install(...published.map(({ name, version }) => `${name}@${version}`));
  });
  await step("Ran a program in the project, against the installed mock server", async () => {
    await using mock = await startInstalledMock(project.folder);
    project.write("program.mjs", PROGRAMS.mjs);
    project.write("main.mjs", MAINS.mjs);
    const env = { MOCK_URL: mock.url, PATH: pathOf(ROOT) };
    const printed = await runCommand("node", ["main.mjs"], { cwd: project.folder, env });
    if (printed.trim() !== JSON.stringify(EXPECTED)) throw new Error(`The program printed ${printed}`);
  });

  showSizes(published);
  const foreign = listLicences(project.folder).filter(({ name }) => !name.startsWith("@keynest/"));
  showLicences(foreign);
  const { ok, text } = await audit(project.folder);
  printLine(`\n${statusMark(ok)} ${text}`);
  for (const { name } of published) showChangelog(name, copy);
  if (!ok || foreign.some(({ allowed }) => !allowed)) process.exitCode = 1;
} catch (error) {
  printLine(`${statusMark(false)} ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

async function step<T>(done: string, run: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await run();
  printLine(`${statusMark(true)} ${done} ${style("dim", `(${secondsSince(started)})`)}`);
  return result;
}

function showSizes(published: readonly Published[]): void {
  const rows = published.map(({ name, version, packed, entries }) => {
    const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
    return [name, version, `${entries.length}`, kilobytes(packed), kilobytes(unpacked)];
  });
  printLine();
  for (const line of table([["package", "version", "files", "packed", "unpacked"], ...rows])) printLine(line);
}

function showLicences(packages: readonly Licensed[]): void {
  printLine(`\nLicences of the ${packages.length} dependencies:`);
  const byLicence = Map.groupBy(packages, ({ licence }) => licence);
  for (const [licence, group] of [...byLicence].sort(([, a], [, b]) => b.length - a.length)) {
    const names = group.map(({ name, version }) => `${name}@${version}`).join(", ");
    printLine(
      `${statusMark(group.every(({ allowed }) => allowed))} ${licence || "none"} (${group.length}): ${style("dim", names)}`,
    );
  }
}

function showChangelog(name: string, copy: string): void {
  const file = join(copy, name.replace("@keynest/", "packages/"), "CHANGELOG.md");
  if (!existsSync(file)) return;
  const [newest = ""] = readFileSync(file, "utf8").split(/^## /m).slice(1);
  printLine(`\n${style("bold", `Changes in ${name}:`)} ${newest.trim()}`);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

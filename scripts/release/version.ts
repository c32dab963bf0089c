// `npm run release:version -- <folder>`: versions the packages, and writes a patch and the text of its pull request, for
// the workflow job with write permission.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { runCommand } from "../command.ts";
import { printLine } from "../terminal.ts";
import { ROOT } from "../turbo.ts";
import { setOutputs } from "./outputs.ts";
import { PACKAGES, versionPackages } from "./publish.ts";
import { hashOf, notesOf } from "./tarballs.ts";

const INTRODUCTION = `Merging this pull request publishes the packages to npm. It is updated when the changesets of \`main\` change.
`;

const [target] = process.argv.slice(2);
if (target === undefined) {
  printLine("Usage: npm run release:version -- <folder>");
  process.exitCode = 2;
} else {
  await versionPackages(ROOT);
  await runCommand("git", ["add", "--all"], { cwd: ROOT });
  const folder = resolve(target);
  mkdirSync(folder, { recursive: true });
  const patch = await runCommand("git", ["diff", "--cached", "--binary"], { cwd: ROOT });
  writeFileSync(join(folder, "version.patch"), patch);
  writeFileSync(join(folder, "body.md"), [INTRODUCTION, ...PACKAGES.map(news)].join("\n"));
  const hashes = ["version.patch", "body.md"].map((file) => `${hashOf(join(folder, file))}  ${file}`);
  setOutputs({ hashes: hashes.join("\n") });
}

/** Returns the release notes of a package. */
function news(name: string): string {
  const read = (file: string) => readFileSync(join(ROOT, name.replace("@keynest/", "packages/"), file), "utf8");
  const { version } = JSON.parse(read("package.json")) as { version: string };
  return `## ${name}@${version}\n\n${notesOf(read("CHANGELOG.md"), version)}`;
}

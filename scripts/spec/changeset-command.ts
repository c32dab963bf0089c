import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeChangeset } from "@changesets/write";
import { say } from "../terminal.ts";
import { ROOT } from "../turbo.ts";
import { type Bump, bumpFor, farther } from "./bump.ts";
import { changesetText, describes } from "./changeset-text.ts";
import { pendingChangesets } from "./changesets.ts";
import { compareSpec } from "./compare-spec.ts";
import { defaultBase, knownBases } from "./default-base.ts";
import { report } from "./report.ts";
import { MOCK, openRepository, SDK } from "./repository.ts";
import { SpecError } from "./spec-error.ts";
import { verdict } from "./verdict.ts";

const HELP = `spec:changeset: writes the changeset that the changes of the description need

Usage: npm run spec:changeset -- [--base <ref|file|version>] [--head <file>]

The file in .changeset/ is for ${SDK} and ${MOCK}, which ships the description. It describes every change
that no other changeset describes, with the code before and after a breaking one. Breaking changes need a major
version, or a minor one while the version is 0.x; features need a minor version, and fixes a patch. Texts need none.

  --base, --head    as in spec:diff
  -h, --help        print this

Exit codes: 0 written, or nothing to write; 1 every change is described, but with too small a bump; 2 the descriptions could
not be compared, or wrong usage.
`;

/**
 * Runs `spec:changeset`.
 *
 * @param folder The repository.
 * @returns The exit code.
 */
export function changesetCommand(args: readonly string[], folder: string): Promise<number> {
  return report(async () => {
    const options = {
      base: { type: "string" },
      head: { type: "string" },
      help: { type: "boolean", short: "h" },
    } as const;
    const { values } = parseArgs({ args: [...args], options });
    if (values.help) {
      process.stdout.write(HELP);
      return 0;
    }
    const repository = await openRepository(folder);
    const base = values.base ?? defaultBase(await knownBases(repository));
    if (base === undefined) throw new SpecError("There is no commit to compare with. Say --base.");
    const diff = await compareSpec(repository, base, values.head);
    const texts = (await pendingChangesets(repository)).map(({ summary }) => summary);
    const undescribed = diff.changes.filter((change) => {
      return bumpFor(change.level, repository.version) !== undefined && !texts.some((text) => describes(text, change));
    });
    if (undescribed.length === 0) {
      if (diff.needed === undefined) say(verdict(diff));
      else if (diff.isSufficient) say("The changesets describe every change.");
      else say(`The changesets describe every change, but one of them needs the bump ${diff.needed}: edit it by hand.`);
      return diff.isSufficient ? 0 : 1;
    }
    const bump = undescribed.reduce<Bump | undefined>(
      (most, { level }) => farther(most, bumpFor(level, repository.version)),
      undefined,
    );
    const releases = [SDK, MOCK].map((name) => ({ name, type: bump ?? ("patch" as const) }));
    const id = await writeChangeset({ summary: changesetText(undescribed), releases }, folder, {
      format: false,
    });
    const file = `.changeset/${id}.md`;
    await format(join(folder, file));
    say(
      `Wrote ${file}: ${bump}, ${undescribed.length} change${undescribed.length > 1 ? "s" : ""}. Read it, and add what helps readers.`,
    );
    return 0;
  });
}

/** Formats the file like the rest of the repository; Changesets knows no Biome. */
async function format(file: string): Promise<void> {
  const biome = join(ROOT, "node_modules", "@biomejs", "biome", "bin", "biome");
  const input = await readFile(file, "utf8");
  const args = [biome, "format", "--stdin-file-path=changeset.md"];
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: ROOT, input, encoding: "utf8" });
  if (status === 0 && stdout !== "") await writeFile(file, stdout);
}

if (import.meta.main) process.exitCode = await changesetCommand(process.argv.slice(2), process.cwd());

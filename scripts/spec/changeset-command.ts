import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeChangeset } from "@changesets/write";
import { printLine } from "../terminal.ts";
import { ROOT } from "../turbo.ts";
import { type Bump, bumpFor, largerBump } from "./bump.ts";
import { changesetText, describesChange } from "./changeset-text.ts";
import { pendingChangesets } from "./changesets.ts";
import { compareSpec } from "./compare-spec.ts";
import { defaultBase, knownBases } from "./default-base.ts";
import { report } from "./report.ts";
import { MOCK, openRepository, SDK } from "./repository.ts";
import { SpecError } from "./spec-error.ts";
import { verdict } from "./verdict.ts";

const HELP = `spec:changeset: writes a changeset for the changes to the description

Usage: npm run spec:changeset -- [--base <ref|file|version>] [--head <file>]

The file in .changeset/ is for ${SDK} and ${MOCK}, which ships the description. It lists every change that no
other changeset describes, with code before and after for breaking changes. A breaking change needs a major version, or
a minor one while the version is 0.x. A feature needs a minor version, a fix needs a patch, and a text needs none.

  --base, --head    as in spec:diff
  -h, --help        print this help

Exit codes: 0 written, or nothing to write; 1 every change is described, but the bump is too small; 2 the descriptions
cannot be compared, or the arguments are invalid.
`;

/**
 * Runs `spec:changeset`.
 *
 * @param folder - the repository
 * @returns the exit code
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
    if (base === undefined) throw new SpecError("There is no commit to compare with. Use --base.");
    const diff = await compareSpec(repository, base, values.head);
    const texts = (await pendingChangesets(repository)).map(({ summary }) => summary);
    const undescribed = diff.changes.filter((change) => {
      return (
        bumpFor(change.level, repository.version) !== undefined && !texts.some((text) => describesChange(text, change))
      );
    });
    if (undescribed.length === 0) {
      if (diff.needed === undefined) printLine(verdict(diff));
      else if (diff.isSufficient) printLine("The changesets describe every change.");
      else
        printLine(
          `The changesets describe every change, but one of them must declare the bump ${diff.needed}. Edit it.`,
        );
      return diff.isSufficient ? 0 : 1;
    }
    const bump = undescribed.reduce<Bump | undefined>(
      (most, { level }) => largerBump(most, bumpFor(level, repository.version)),
      undefined,
    );
    const releases = [SDK, MOCK].map((name) => ({ name, type: bump ?? ("patch" as const) }));
    const summary = formatMarkdown(changesetText(undescribed));
    const id = await writeChangeset({ summary, releases }, folder, { format: false });
    const file = `.changeset/${id}.md`;
    printLine(
      `Wrote ${file}: ${bump}, ${undescribed.length} change${undescribed.length > 1 ? "s" : ""}. Review it, and add details that help readers.`,
    );
    return 0;
  });
}

/** Formats Markdown with Biome. Not a whole changeset: Biome takes its front matter for a heading. */
function formatMarkdown(text: string): string {
  const biome = join(ROOT, "node_modules", "@biomejs", "biome", "bin", "biome");
  const args = [biome, "format", "--stdin-file-path=text.md"];
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: ROOT, input: text, encoding: "utf8" });
  return status === 0 && stdout !== "" ? stdout.trim() : text;
}

if (import.meta.main) process.exitCode = await changesetCommand(process.argv.slice(2), process.cwd());

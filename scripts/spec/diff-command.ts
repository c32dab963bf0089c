import { parseArgs } from "node:util";
import { compareSpec, type SpecDiff } from "./compare-spec.ts";
import { defaultBase, knownBases } from "./default-base.ts";
import { printMarkdown } from "./print-markdown.ts";
import { printText } from "./print-text.ts";
import { report } from "./report.ts";
import { openRepository } from "./repository.ts";
import { SpecError } from "./spec-error.ts";

const HELP = `spec:diff: shows what the changes to the description mean for users of the SDK

Usage: npm run spec:diff -- [--base <ref|file|version>] [--head <file>] [--json|--markdown]

  --base <ref>      compare with the description at a git ref,
         <file>     in a file or at a URL that ends in .yaml, .yml or .json,
         <version>  or of a released version, from its tag or the npm registry.
                    Default: the tag of the last release; without a release, the merge base of this
                    branch and its target; without a merge base, the last commit
  --head <file>     the new description (default: spec/openapi.yaml)
  --json            print all changes as JSON
  --markdown        print Markdown, for a pull request
  -h, --help        print this help

Exit codes: 0 the changesets are sufficient; 1 a changeset is missing or too small; 2 the descriptions cannot be
compared, or the arguments are invalid.
`;

/**
 * Runs `spec:diff`.
 *
 * @param folder - the repository
 * @returns the exit code
 */
export function diffCommand(args: readonly string[], folder: string): Promise<number> {
  return report(async () => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        base: { type: "string" },
        head: { type: "string" },
        json: { type: "boolean" },
        markdown: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
    if (values.help) return print(HELP, 0);
    if (values.json && values.markdown) throw new SpecError("Choose one of --json and --markdown.");
    const repository = await openRepository(folder);
    const base = values.base ?? defaultBase(await knownBases(repository));
    if (base === undefined) throw new SpecError("There is no commit to compare with. Use --base.");
    const diff = await compareSpec(repository, base, values.head);
    const text = values.json ? printJson(diff) : values.markdown ? printMarkdown(diff) : printText(diff);
    return print(text, diff.isSufficient ? 0 : 1);
  });
}

function printJson({ needed, given, changesets, isSufficient, ...rest }: SpecDiff): string {
  const bump = {
    needed: needed ?? null,
    given: given ?? null,
    isSufficient,
    changesets: changesets.map(({ id }) => id),
  };
  return `${JSON.stringify({ ...rest, bump }, null, 2)}\n`;
}

function print(text: string, code: number): number {
  process.stdout.write(text);
  return code;
}

if (import.meta.main) process.exitCode = await diffCommand(process.argv.slice(2), process.cwd());

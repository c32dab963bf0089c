#!/usr/bin/env node
import { parseArgs } from "node:util";
import { loadConfig } from "./config.ts";
import { type GenerateResult, generate } from "./generate.ts";
import type { GenerateOptions } from "./options.ts";
import { formatProblem, GenerateError } from "./problem.ts";
import { version } from "./version.ts";

const HELP = `keynest-codegen: generates a typed client from an OpenAPI 3.0 or 3.1 description

Usage: keynest-codegen --input <file|url> --output <folder> [options]

  -i, --input <file|url>   the description, in YAML or JSON
  -o, --output <folder>    folder for the generated files
      --runtime <module>   module that the code imports the runtime from (default: @keynest/runtime)
  -c, --config <file>      configuration file (default: keynest-codegen.config.{ts,mjs,js,json})
      --check              write nothing; list the files that are out of date, and exit with 1 if there are any
  -h, --help               print this help
  -v, --version            print the version

Exit codes: 0 success, 1 invalid description or output out of date, 2 invalid arguments, 130 interrupted.
`;

class CommandUsageError extends Error {}

/**
 * Runs the command.
 *
 * @returns the exit code
 */
async function main(args: readonly string[]): Promise<number> {
  const flags = readFlags(args);
  if (flags.help) return print(HELP);
  if (flags.version) return print(`${version}\n`);

  const options = await readOptions(flags);
  const interruption = new AbortController();
  // Signals are handled only while files are written. Until then there is nothing to clean up, and a handler could not
  // run while the engines block the thread.
  const beforeWriting = (): void => {
    process.once("SIGINT", () => interruption.abort());
    process.once("SIGTERM", () => interruption.abort());
  };
  const started = performance.now();
  try {
    const result = await generate({ ...options, signal: interruption.signal, beforeWriting });
    for (const problem of result.problems) process.stderr.write(`${formatProblem(problem)}\n`);
    return options.check
      ? reportCheck(result, options)
      : reportGeneration(result, options, performance.now() - started);
  } catch (error) {
    if (!interruption.signal.aborted) throw error;
    process.stderr.write("Interrupted; nothing was written.\n");
    return 130;
  }
}

function readFlags(args: readonly string[]) {
  try {
    const text = (short?: string) => ({ type: "string" as const, ...(short && { short }) });
    const flag = (short?: string) => ({ type: "boolean" as const, ...(short && { short }) });
    return parseArgs({
      args: [...args],
      options: {
        input: text("i"),
        output: text("o"),
        runtime: text(),
        config: text("c"),
        check: flag(),
        help: flag("h"),
        version: flag("v"),
      },
    }).values;
  } catch (error) {
    throw new CommandUsageError((error as Error).message);
  }
}

async function readOptions(flags: ReturnType<typeof readFlags>): Promise<GenerateOptions> {
  const { config, check = false, input, output, runtime } = flags;
  const given = Object.entries({ input, output, runtime }).filter(([, value]) => value !== undefined);
  const options = { ...(await loadConfig(config)), ...Object.fromEntries(given), check };
  for (const name of ["input", "output"] as const) {
    if (!options[name])
      throw new CommandUsageError(`--${name} is required, on the command line or in a configuration file.`);
  }
  return options as GenerateOptions;
}

function reportCheck({ changes }: GenerateResult, { output }: GenerateOptions): number {
  const list = [
    ...changes.added.map((file) => `missing   ${file}`),
    ...changes.changed.map((file) => `changed   ${file}`),
    ...changes.removed.map((file) => `obsolete  ${file}`),
  ];
  if (list.length === 0) return print(`${output} is up to date.\n`);
  process.stderr.write(
    `${output} is out of date:\n${list.map((line) => `  ${line}\n`).join("")}Run the generator again.\n`,
  );
  return 1;
}

function reportGeneration({ files, changes }: GenerateResult, { output }: GenerateOptions, ms: number): number {
  const counts = Object.entries(changes).flatMap(([what, list]) => (list.length > 0 ? [`${list.length} ${what}`] : []));
  return print(
    `${output}: ${files.length} files, ${counts.join(", ") || "nothing changed"} (${(ms / 1000).toFixed(1)} s)\n`,
  );
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

for (const stream of [process.stdout, process.stderr]) {
  // The reader of the output may close the pipe early, as `head` does. The generator finishes anyway.
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    const usage = error instanceof CommandUsageError;
    const expected = usage || error instanceof GenerateError;
    process.stderr.write(`${expected ? error.message : error.stack}\n`);
    if (usage) process.stderr.write("See keynest-codegen --help.\n");
    process.exitCode = usage ? 2 : 1;
  },
);

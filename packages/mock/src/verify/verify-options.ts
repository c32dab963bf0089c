import { COMMAND_NAME } from "../cli/command-name.ts";
import type { DefaultApi } from "../cli/default-api.ts";
import { strictArgs } from "../cli/strict-args.ts";
import { UsageError } from "../cli/usage-error.ts";
import { parseTarget } from "../target/parse-target.ts";
import type { HeaderFields } from "./credentials.ts";
import { readOnlyPlan } from "./read-only-plan.ts";
import type { ApiVerification } from "./verification-plan.ts";

const VERIFY_COMMAND = `${COMMAND_NAME} verify`;

export const verifyHelp = ({ name, verify }: DefaultApi): string => `Usage: ${VERIFY_COMMAND} --target <url> [options]

Compares a running server with the ${name} description and reports where they
differ. Only reads, unless told to write.

  --target <url>        the server, such as https://api.example.com
  --timeout <seconds>   how long a response may take (default: 10)
  --json                print the report as JSON
  --junit <file>        write the report as JUnit XML, too
  --spec <file>         another OpenAPI description, of which only operations
                        that read are checked
  --header <name:value> a header to send with every request; may be repeated

${verify.help}Exit codes: 0 no violations, 1 violations, 2 could not run, or not to the end.
`;

const declarations = {
  target: { type: "string" },
  timeout: { type: "string" },
  json: { type: "boolean" },
  junit: { type: "string" },
  spec: { type: "string" },
  header: { type: "string", multiple: true },
  help: { type: "boolean", short: "h" },
} as const;

export interface VerifyOptions {
  readonly target: string;
  readonly timeoutMs: number;
  readonly json: boolean;
  readonly junit: string | undefined;
  readonly headers: HeaderFields;
  /** How the report calls the description. */
  readonly descriptionName: string;
  /** @returns the description, or the path of its file */
  readDescription(): Promise<object | string>;
  readonly verification: ApiVerification;
}

/**
 * Reads the command line, and credentials from the environment where it has none.
 *
 * @returns the options, or undefined when help is asked for
 * @throws {UsageError} if an option is invalid; the sentence repeats no credential
 */
export function parseVerifyOptions(
  args: string[],
  env: NodeJS.ProcessEnv,
  { name, readDescription, verify }: DefaultApi,
): VerifyOptions | undefined {
  const values = strictArgs(args, { ...verify.declarations, ...declarations }, VERIFY_COMMAND);
  if (values.help) return undefined;
  const { target, timeout, json = false, junit, spec, header = [] } = values;
  const verification = verify.read(values, env);
  return {
    target: targetOf(target),
    timeoutMs: timeoutOf(timeout),
    json,
    junit,
    headers: headersOf(header),
    ...(spec === undefined
      ? { descriptionName: `the ${name} description`, readDescription, verification }
      : {
          descriptionName: spec,
          readDescription: async () => spec,
          verification: { ...verification, plan: readOnlyPlan },
        }),
  };
}

function targetOf(text: string | undefined): string {
  if (text === undefined) refuse("--target <url> is missing.");
  try {
    return parseTarget(text);
  } catch (error) {
    return refuse((error as Error).message);
  }
}

function timeoutOf(text = "10"): number {
  const seconds = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || seconds === 0 || seconds > 3600) {
    refuse(`--timeout takes a number of seconds up to 3600, not "${text}".`);
  }
  return seconds * 1000;
}

function headersOf(texts: readonly string[]): HeaderFields {
  return Object.fromEntries(
    texts.map((text) => {
      const [, name, value] = /^([\w!#$%&'*+.^`|~-]+):\s*([\x20-\x7e]*)$/.exec(text) ?? [];
      if (name === undefined || value === undefined) refuse("--header takes a name, a colon and a value.");
      return [name, value];
    }),
  );
}

function refuse(sentence: string): never {
  throw new UsageError(`${sentence} See ${VERIFY_COMMAND} --help.`);
}

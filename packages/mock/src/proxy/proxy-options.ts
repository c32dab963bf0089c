import { COMMAND_NAME } from "../cli/command-name.ts";
import type { DefaultApi } from "../cli/default-api.ts";
import { portOf, strictArgs } from "../cli/strict-args.ts";
import { UsageError } from "../cli/usage-error.ts";
import { parseTarget } from "../target/parse-target.ts";

const COMMAND = `${COMMAND_NAME} proxy`;

export const proxyHelp = ({ name }: DefaultApi): string => `Usage: ${COMMAND} --target <url> [options]

Stands between a program and a server, passes everything on as it comes, and
prints how either side breaks the ${name} description.

  --target <url>   the server, such as https://api.example.com
  --port <number>  the port to listen on (default: a free one)
  --host <name>    the address to listen on (default: 127.0.0.1, this machine only)
  --spec <file>    another OpenAPI description, JSON or YAML
  --quiet          print only requests with violations
  --json           print a line of JSON for each request

Exit codes, after Ctrl-C or SIGTERM: 0 no violations, 1 violations; 2 could not
start.
`;

const options = {
  target: { type: "string" },
  port: { type: "string" },
  host: { type: "string" },
  spec: { type: "string" },
  quiet: { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

export interface ProxyOptions {
  readonly target: string;
  readonly port: number;
  readonly host: string;
  readonly spec: string | undefined;
  readonly quiet: boolean;
  readonly json: boolean;
}

/**
 * Reads the command line.
 *
 * @returns the options, or undefined when help is asked for
 * @throws {UsageError} if an option is invalid
 */
export function parseProxyOptions(args: string[]): ProxyOptions | undefined {
  const values = strictArgs(args, options, COMMAND);
  if (values.help) return undefined;
  const { spec, host = "127.0.0.1", port = "0", quiet = false, json = false } = values;
  return { target: targetOf(values.target), port: portOf(port, COMMAND), host, spec, quiet, json };
}

function targetOf(text: string | undefined): string {
  try {
    if (text === undefined) throw new TypeError("--target <url> is missing.");
    return parseTarget(text);
  } catch (error) {
    throw new UsageError(`${(error as Error).message} See ${COMMAND} --help.`);
  }
}

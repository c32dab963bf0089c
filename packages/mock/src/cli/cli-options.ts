import type { MockOptions } from "../start-mock.ts";
import type { KeyNestOptions } from "../stateful/create-keynest.ts";
import { portOf, strictArgs } from "./strict-args.ts";
import { UsageError } from "./usage-error.ts";

export const help = `Usage: keynest-mock [options]

Starts a mock of the KeyNest API and leaves it running. It answers with the
examples of the API description, and with an error when a request breaks it.

  --port <number>  the port to listen on (default: a free one)
  --host <name>    the address to listen on (default: 127.0.0.1, this machine only)
  --spec <file>    another OpenAPI description to serve, JSON or YAML
  --watch          read that description again whenever it changes
  --dynamic        answer with random values that fit, instead of examples
  --seed <text>    make the random values the same each time
  --stateful       remember what is created and changed, instead of examples
  --data <file>    the same, and keep it in this file (SQLite)
  --rate-limits    the same, and answer 429 to those who ask too often
  --quiet          print no line for each request
  --json           print the lines as JSON
  --help           show this help
  --version        show the version

Other commands: keynest-mock verify --help, keynest-mock proxy --help

Exit codes: 0 stopped by Ctrl-C or SIGTERM, 1 could not start, 2 wrong options.
`;

export interface CliOptions {
  mode: "start" | "help" | "version";
  mockOptions: MockOptions;
  watch: boolean;
  quiet: boolean;
  json: boolean;
}

/** Reads the command line. */
export function parseOptions(args: string[]): CliOptions {
  const values = strictArgs(args, options, COMMAND);
  const mockOptions: MockOptions = {};
  if (values.port !== undefined) mockOptions.port = portOf(values.port, COMMAND);
  if (values.host !== undefined) mockOptions.host = values.host;
  if (values.spec !== undefined) mockOptions.description = values.spec;
  if (values.dynamic) mockOptions.dynamic = true;
  if (values.seed !== undefined) mockOptions.seed = values.seed;
  const keynest: KeyNestOptions = {};
  if (values.data !== undefined) keynest.data = values.data;
  if (values["rate-limits"]) keynest.rateLimits = true;
  if (values.stateful || Object.keys(keynest).length > 0) mockOptions.stateful = keynest;
  const { help, version, watch = false, quiet = false, json = false } = values;
  if (watch && values.spec === undefined) throw new UsageError(`--watch takes --spec <file>. See ${COMMAND} --help.`);
  return { mode: help ? "help" : version ? "version" : "start", mockOptions, watch, quiet, json };
}

const COMMAND = "keynest-mock";

const options = {
  port: { type: "string" },
  host: { type: "string" },
  spec: { type: "string" },
  watch: { type: "boolean" },
  dynamic: { type: "boolean" },
  seed: { type: "string" },
  stateful: { type: "boolean" },
  data: { type: "string" },
  "rate-limits": { type: "boolean" },
  quiet: { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

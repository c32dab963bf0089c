import type { MockServerOptions } from "../server/mock.ts";
import { COMMAND_NAME } from "./command-name.ts";
import type { BannerLine, DefaultApi } from "./default-api.ts";
import { portOf, strictArgs } from "./strict-args.ts";
import { UsageError } from "./usage-error.ts";

export const serveHelp = ({ name, serve }: DefaultApi): string => `Usage: ${COMMAND_NAME} [options]

Starts a mock of the ${name} API and leaves it running. It responds with
the examples of the API description, and rejects requests that break it.

  --port <number>  the port to listen on (default: a free one)
  --host <name>    the address to listen on (default: 127.0.0.1, this machine only)
  --spec <file>    another OpenAPI description to serve, JSON or YAML
  --watch          read that description again whenever it changes
  --dynamic        respond with random values that fit, instead of examples
  --seed <text>    make the random values the same each time
${serve.help}  --quiet          print no line for each request
  --json           print the lines as JSON
  --help           show this help
  --version        show the version

Other commands: ${COMMAND_NAME} verify --help, ${COMMAND_NAME} proxy --help

Exit codes: 0 stopped by Ctrl-C or SIGTERM, 1 could not start, 2 wrong options.
`;

export interface ServeOptions {
  readonly mode: "start" | "help" | "version";
  readonly server: Omit<MockServerOptions, "description">;
  /** The file of another description than that of the default API. */
  readonly spec: string | undefined;
  readonly banner: readonly BannerLine[];
  readonly watch: boolean;
  readonly quiet: boolean;
  readonly json: boolean;
}

/**
 * Reads the command line.
 *
 * @throws {UsageError} if an option is invalid
 */
export function parseServeOptions(args: string[], env: NodeJS.ProcessEnv, { serve }: DefaultApi): ServeOptions {
  const values = strictArgs(args, { ...serve.declarations, ...declarations }, COMMAND_NAME);
  const { port, host, dynamic = false, seed, spec } = values;
  const { help, version, watch = false, quiet = false, json = false } = values;
  const { backend, banner } = serve.read(values, env);
  if (watch && spec === undefined) throw new UsageError(`--watch takes --spec <file>. See ${COMMAND_NAME} --help.`);
  const server = {
    ...(port !== undefined && { port: portOf(port, COMMAND_NAME) }),
    ...(host !== undefined && { host }),
    ...(seed !== undefined && { seed }),
    ...(backend && { backend }),
    dynamic,
  };
  return { mode: help ? "help" : version ? "version" : "start", server, spec, banner, watch, quiet, json };
}

const declarations = {
  port: { type: "string" },
  host: { type: "string" },
  spec: { type: "string" },
  watch: { type: "boolean" },
  dynamic: { type: "boolean" },
  seed: { type: "string" },
  quiet: { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

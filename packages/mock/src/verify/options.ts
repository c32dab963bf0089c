import { strictArgs } from "../cli/strict-args.ts";
import { UsageError } from "../cli/usage-error.ts";
import { parseTarget } from "../target/parse-target.ts";
import type { Account } from "./keynest/account.ts";
import type { HeaderFields } from "./wallet.ts";

const COMMAND = "keynest-mock verify";

export const help: string = `Usage: ${COMMAND} --target <url> [options]

Holds a running server against the KeyNest description and reports where they
differ. Only reads, unless told to write.

  --target <url>        the server, such as https://keynest.example.com
  --timeout <seconds>   how long an answer may take (default: 10)
  --json                print the report as JSON
  --junit <file>        write the report as JUnit XML, too
  --spec <file>         another OpenAPI description, of which only operations
                        that read are checked
  --header <name:value> a header to send with every request; may be repeated

  --write               also create, change and delete, in an organization that
                        is made for it and deleted at the end
  --register            with --write: also register a user, whom the API cannot
                        delete again

Credentials. Prefer the environment: other users of a machine see arguments.

  KEYNEST_TOKEN         or --token: a login token, or a JWT
  KEYNEST_ACCESS_TOKEN  or --access-token: an OAuth 2.0 access token, for keys
  KEYNEST_ADMIN_KEY     or --admin-key: for client administration
  KEYNEST_EMAIL, KEYNEST_PASSWORD
                        or --email, --password: to check logins, with --write

Exit codes: 0 no violations, 1 violations, 2 could not run, or not to the end.
`;

const options = {
  target: { type: "string" },
  timeout: { type: "string" },
  json: { type: "boolean" },
  junit: { type: "string" },
  spec: { type: "string" },
  header: { type: "string", multiple: true },
  write: { type: "boolean" },
  register: { type: "boolean" },
  token: { type: "string" },
  "access-token": { type: "string" },
  "admin-key": { type: "string" },
  email: { type: "string" },
  password: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

export interface VerifyOptions {
  readonly target: string;
  readonly timeoutMs: number;
  readonly json: boolean;
  readonly junit: string | undefined;
  readonly spec: string | undefined;
  readonly headers: HeaderFields;
  readonly write: boolean;
  readonly register: boolean;
  readonly token: string | undefined;
  readonly accessToken: string | undefined;
  readonly adminKey: string | undefined;
  readonly account: Account | undefined;
}

/**
 * Reads the command line, and credentials from the environment where it has none.
 *
 * @returns the options, or undefined when help is asked for
 * @throws UsageError with a sentence, which repeats no credential
 */
export function parseVerifyOptions(args: string[], env: NodeJS.ProcessEnv): VerifyOptions | undefined {
  const values = strictArgs(args, options, COMMAND);
  if (values.help) return undefined;
  const { write = false, register = false, spec } = values;
  if (spec !== undefined && write) refuse("--write is for KeyNest alone: how to clean up elsewhere is not known.");
  if (register && !write) refuse("--register is for --write.");
  const credential = (name: string, given: string | undefined): string | undefined =>
    checkCredential(name, given ?? (env[name] || undefined));
  return {
    target: targetOf(values.target),
    timeoutMs: timeoutOf(values.timeout),
    json: values.json ?? false,
    junit: values.junit,
    spec,
    headers: headersOf(values.header ?? []),
    write,
    register,
    // As it stands in the header, with the scheme in front, it is taken as well.
    token: credential("KEYNEST_TOKEN", values.token)?.replace(/^(Token|Bearer) /, ""),
    accessToken: credential("KEYNEST_ACCESS_TOKEN", values["access-token"])?.replace(/^Bearer /, ""),
    adminKey: credential("KEYNEST_ADMIN_KEY", values["admin-key"]),
    account: accountOf(values.email ?? env.KEYNEST_EMAIL, values.password ?? env.KEYNEST_PASSWORD),
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

function checkCredential(name: string, value: string | undefined): string | undefined {
  if (value === "") refuse(`${name} is given as an option, and is empty.`);
  if (value !== undefined && !/^[\x21-\x7e]+( [\x21-\x7e]+)?$/.test(value)) {
    refuse(`${name} holds something that no header may: a line break, perhaps.`);
  }
  return value;
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

function accountOf(email: string | undefined, password: string | undefined): Account | undefined {
  if (!email && !password) return undefined;
  if (!email || !password) refuse("An email address and a password go together.");
  return { email, password };
}

function refuse(sentence: string): never {
  throw new UsageError(`${sentence} See ${COMMAND} --help.`);
}

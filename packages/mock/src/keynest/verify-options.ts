import type { ApiOptions } from "../cli/default-api.ts";
import type { ParsedOptions } from "../cli/strict-args.ts";
import { UsageError } from "../cli/usage-error.ts";
import type { ApiVerification } from "../verify/verification-plan.ts";
import { accessTokenCredential, adminKeyCredential, tokenCredential } from "./verify/credentials.ts";
import type { Account } from "./verify/log-in.ts";
import type { KeyNestPlanOptions } from "./verify/plan.ts";

const declarations = {
  write: { type: "boolean" },
  register: { type: "boolean" },
  token: { type: "string" },
  "access-token": { type: "string" },
  "admin-key": { type: "string" },
  email: { type: "string" },
  password: { type: "string" },
} as const;

/** The options of `keynest-mock verify` for credentials of a KeyNest, and for checks that write. */
export const verifyOptions: ApiOptions<ApiVerification> = {
  declarations,
  help: `\
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

`,
  read(all, env) {
    const values = all as ParsedOptions<typeof declarations>;
    const { write = false, register = false } = values;
    if (all.spec !== undefined && write)
      refuse("--write is for KeyNest alone: how to clean up elsewhere is not known.");
    if (register && !write) refuse("--register is for --write.");
    const credential = (name: string, given: string | undefined): string | undefined =>
      checkCredential(name, given ?? (env[name] || undefined));
    // A token may come with its scheme, as in the header.
    const token = credential("KEYNEST_TOKEN", values.token)?.replace(/^(Token|Bearer) /, "");
    const accessToken = credential("KEYNEST_ACCESS_TOKEN", values["access-token"])?.replace(/^Bearer /, "");
    const adminKey = credential("KEYNEST_ADMIN_KEY", values["admin-key"]);
    const account = accountOf(values.email ?? env.KEYNEST_EMAIL, values.password ?? env.KEYNEST_PASSWORD);
    return {
      plan: planOf({ write, register, account }),
      credentials: [
        ...(token ? [tokenCredential(token)] : []),
        ...(accessToken ? [accessTokenCredential(accessToken)] : []),
        ...(adminKey ? [adminKeyCredential(adminKey)] : []),
      ],
      missingCredentials: {
        TokenAuth: "needs KEYNEST_TOKEN or --token",
        OAuth2PasswordBearer: "needs KEYNEST_ACCESS_TOKEN or --access-token",
        AdminKey: "needs KEYNEST_ADMIN_KEY or --admin-key",
      },
      secrets: account ? [account.password] : [],
    };
  },
};

/** The plan is loaded when it runs. */
function planOf(options: KeyNestPlanOptions): ApiVerification["plan"] {
  return {
    async run(suite, cleanup) {
      const { verifyKeyNest } = await import("./verify/plan.ts");
      await verifyKeyNest(suite, cleanup, options);
    },
    whyLeftOut: ({ method }) => (method !== "get" && !options.write ? "needs --write" : undefined),
  };
}

function checkCredential(name: string, value: string | undefined): string | undefined {
  if (value === "") refuse(`${name} is given as an option, and is empty.`);
  if (value !== undefined && !/^[\x21-\x7e]+( [\x21-\x7e]+)?$/.test(value)) {
    refuse(`${name} holds something that no header may: a line break, perhaps.`);
  }
  return value;
}

function accountOf(email: string | undefined, password: string | undefined): Account | undefined {
  if (!email && !password) return undefined;
  if (!email || !password) refuse("An email address and a password go together.");
  return { email, password };
}

function refuse(sentence: string): never {
  throw new UsageError(`${sentence} See keynest-mock verify --help.`);
}

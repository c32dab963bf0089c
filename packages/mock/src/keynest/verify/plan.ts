import { randomBytes } from "node:crypto";
import { CannotRun } from "../../verify/cannot-run.ts";
import type { Cleanup, Leftover } from "../../verify/cleanup.ts";
import type { Suite } from "../../verify/suite.ts";
import { tokenCredential } from "./credentials.ts";
import { type Account, logIn, logOut, type Registered, register } from "./log-in.ts";
import { checkCredentials, readPrivate, readPublic } from "./read.ts";
import { writeClients, writeKeys } from "./write-keys.ts";
import { writeOrganization } from "./write-organization.ts";

/** What to check besides operations that read. */
export interface KeyNestPlanOptions {
  /** Whether to create, change and delete. */
  readonly write: boolean;
  /** Whether to register a user, which the API cannot delete. */
  readonly register: boolean;
  readonly account: Account | undefined;
}

/**
 * Checks a KeyNest server.
 *
 * @throws {CannotRun} if the target is not KeyNest, or refuses a credential
 */
export async function verifyKeyNest(
  suite: Suite,
  cleanup: Cleanup,
  { write, register: registers, account }: KeyNestPlanOptions,
): Promise<void> {
  await readPublic(suite);
  mustBeKeyNest(suite);
  await checkCredentials(suite);
  if (!write) {
    suite.skip("createAccessTokenFromKey", "needs an API key: --write creates one");
    return readPrivate(suite);
  }
  const name = `keynest-verify-${randomBytes(5).toString("hex")}`;
  const registered = registers ? await register(suite, cleanup, name) : undefined;
  if (!registers) suite.skip("registerUser", "needs --register: the API cannot delete users");
  const isGuest = suite.credentials.has("TokenAuth") || suite.credentials.has("JWTAuth");
  if (registered && !isGuest) suite.credentials.add(tokenCredential(registered.token));
  await logInAs(suite, account ?? registered);
  if (account) cleanup.keep(TOKENS);
  await readPrivate(suite);
  await writeOrganization(suite, cleanup, name, isGuest ? registered?.email : undefined);
  await writeKeys(suite, cleanup, name);
  await writeClients(suite, cleanup, name);
  // Before the user logs out who has created everything.
  await cleanup.run();
  await logOutAs(suite, registered);
}

/** Tokens of a given account. The run does not log it out, because a login may be in use elsewhere. */
const TOKENS: Leftover = {
  what: "tokens that the checked logins issued",
  reason: "the API revokes no single one of them",
  expected: true,
};

const LOGINS = [
  "loginUser",
  "createJwt",
  "refreshJwt",
  "blacklistJwt",
  "createAccessToken",
  "refreshAccessToken",
] as const;

async function logInAs(suite: Suite, account: Account | undefined): Promise<void> {
  if (account) return logIn(suite, account);
  for (const name of LOGINS) suite.skip(name, "needs KEYNEST_EMAIL and KEYNEST_PASSWORD, or --register");
}

async function logOutAs(suite: Suite, registered: Registered | undefined): Promise<void> {
  if (registered) return logOut(suite, registered);
  suite.skip("logoutUser", "needs --register: the token that was given may be in use elsewhere");
}

const PUBLIC = ["getHealth", "getApiStatus", "getVersion"] as const;

/** @throws {CannotRun} if no operation without a credential responds as documented: the target is not KeyNest then */
function mustBeKeyNest(suite: Suite): void {
  const found = suite
    .outcome()
    .operations.filter(({ name }) => (PUBLIC as readonly string[]).includes(name))
    .map(({ path, findings }) => ({ path, finding: findings.find(({ category }) => FOREIGN.includes(category)) }));
  if (found.some(({ finding }) => finding === undefined)) return;
  const first = found[0];
  const came = first?.finding?.category === "html-page" ? "an HTML page" : `status ${first?.finding?.came}`;
  throw new CannotRun(
    `${suite.target} does not look like KeyNest: ${came} came for ${first?.path}, and nothing better for ` +
      `${found
        .slice(1)
        .map(({ path }) => path)
        .join(" and ")}. Is the address complete?`,
  );
}

const FOREIGN: readonly string[] = ["html-page", "undocumented-status", "wrong-content-type", "unreadable-body"];

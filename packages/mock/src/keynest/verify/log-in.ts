import { randomBytes } from "node:crypto";
import { CannotRun } from "../../verify/cannot-run.ts";
import type { Cleanup } from "../../verify/cleanup.ts";
import type { HeaderFields } from "../../verify/credentials.ts";
import { refusesBadBody, refusesStrangers } from "../../verify/refusals.ts";
import type { Suite } from "../../verify/suite.ts";
import { accessTokenCredential, tokenCredential } from "./credentials.ts";
import { field, idOf, textOf } from "./read-field.ts";
import { organizationKind, removalTask } from "./removal-task.ts";

/** The login credentials of a user. */
export interface Account {
  readonly email: string;
  readonly password: string;
  /** The user name, if it is known already. */
  readonly username?: string;
}

/** A user that a run has registered. */
export interface Registered extends Required<Account> {
  readonly token: string;
}

/** Registers a user, which the API cannot delete. @returns the user, or undefined when the server refuses it */
export async function register(suite: Suite, cleanup: Cleanup, name: string): Promise<Registered | undefined> {
  const username = name.replaceAll("-", "_");
  const password = randomPassword();
  suite.secrets.add(password);
  const email = `${username}@example.com`;
  const body = { username, email, password, confirm_password: password, first_name: "Verify", last_name: "KeyNest" };
  await refusesBadBody(suite, "registerUser", { body: {} });
  cleanup.keep({ what: `user ${username}`, reason: "the API has no way to delete users", expected: true });
  const success = await suite.call("registerUser", { body });
  const token = textOf(success?.body, "token");
  if (token === undefined) return undefined;
  suite.secrets.add(token);
  const organization = field(success?.body, "organization");
  const task = removalTask(suite, tokenHeaders(token), organizationKind(textOf(organization, "name") ?? username));
  const id = idOf(organization);
  if (id !== undefined) task.ids.add(id);
  cleanup.add(task);
  return { email, password, username, token };
}

function tokenHeaders(token: string): HeaderFields {
  return { Authorization: `Token ${token}` };
}

/**
 * Checks the ways to log in, and adds the credentials that the run still lacks.
 *
 * @throws {CannotRun} if the server refuses the account
 */
export async function logIn(suite: Suite, account: Account): Promise<void> {
  const { email, password } = account;
  const stranger = { email: "keynest-verify@example.com", password: randomPassword() };
  await refusesBadBody(suite, "loginUser", { body: {} });
  // Not the given address with a wrong password: a server may lock the account.
  await suite.refuse("loginUser", { body: stranger }, [401], "nobody has this password");
  const success = await suite.call("loginUser", {
    body: { email, password },
    because: "the address and the password were given",
  });
  if (!success && suite.lastStatus === 401) {
    throw new CannotRun("The server refuses the email address or the password: it responded with 401 to loginUser.");
  }
  const token = textOf(success?.body, "token");
  suite.secrets.add(token);
  if (token && !suite.credentials.has("TokenAuth")) suite.credentials.add(tokenCredential(token));
  const username = account.username ?? textOf(field(success?.body, "user"), "username");
  await jwt(suite, username, password);
  await oauth2(suite, email, password);
}

async function jwt(suite: Suite, username: string | undefined, password: string): Promise<void> {
  const stranger = { username: "keynest_verify", password: randomPassword() };
  await suite.refuse("createJwt", { body: stranger }, [401], "nobody has this password");
  await suite.refuse("refreshJwt", { body: { refresh: "none" } }, [401], "it is no token");
  await suite.refuse("blacklistJwt", { body: { refresh: "none" } }, [401], "it is no token");
  if (username === undefined) return;
  const pair = (await suite.call("createJwt", { body: { username, password } }))?.body;
  const refresh = readTokens(suite, pair, ["access", "refresh"]).refresh;
  if (refresh === undefined) return;
  const renewed = (await suite.call("refreshJwt", { body: { refresh } }))?.body;
  const latest = readTokens(suite, renewed, ["access", "refresh"]).refresh ?? refresh;
  if (!(await suite.call("blacklistJwt", { body: { refresh: latest } }))) return;
  await suite.refuse("refreshJwt", { body: { refresh: latest } }, [401], "the token has been revoked");
}

async function oauth2(suite: Suite, username: string, password: string): Promise<void> {
  const stranger = new URLSearchParams({ username: "keynest_verify", password: randomPassword() });
  await suite.refuse("createAccessToken", { body: stranger }, [400], "nobody has this password");
  await suite.refuse("createAccessToken", { body: new URLSearchParams({ scope: "" }) }, [422], "fields are missing");
  await suite.refuse("refreshAccessToken", { body: { refresh_token: "none" } }, [400, 404], "it is no token");
  await suite.refuse("refreshAccessToken", { body: {} }, [422], "a field is missing");
  const form = new URLSearchParams({ grant_type: "password", username, password });
  const pair = (await suite.call("createAccessToken", { body: form }))?.body;
  const { access_token, refresh_token } = readTokens(suite, pair, ["access_token", "refresh_token"]);
  const renewed = refresh_token && (await suite.call("refreshAccessToken", { body: { refresh_token } }))?.body;
  const latest = readTokens(suite, renewed, ["access_token", "refresh_token"]).access_token ?? access_token;
  if (latest && !suite.credentials.has("OAuth2PasswordBearer")) suite.credentials.add(accessTokenCredential(latest));
}

/** Logs out a user that the run has registered. The token of any other user may be in use elsewhere. */
export async function logOut(suite: Suite, { token }: Registered): Promise<void> {
  const as = tokenHeaders(token);
  await refusesStrangers(suite, "logoutUser");
  if (!(await suite.call("logoutUser", { as }))) return;
  await suite.refuse("getProfile", { as }, [401], "the token has been logged out");
}

/** Reads tokens in a response, and adds them to the secrets. */
function readTokens<Name extends string>(suite: Suite, body: unknown, names: Name[]): Partial<Record<Name, string>> {
  const kept: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = textOf(body, name);
    suite.secrets.add(value);
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}

/** Makes a password for any rule: long, with a letter of each case, a digit and a sign. */
function randomPassword(): string {
  return `${randomBytes(18).toString("base64url")}aA1!`;
}

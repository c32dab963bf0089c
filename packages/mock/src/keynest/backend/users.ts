import type { MockResponse } from "../../server/mock-response.ts";
import { addAuditLog } from "./audit-logs.ts";
import { credentialOf, userOf } from "./authenticate.ts";
import { type Call, created, ok, type User, type UserCall } from "./call.ts";
import { type FieldErrors, refusedWithError, validationFailed } from "./errors.ts";
import { revokeJwt } from "./jwt.ts";
import { addOrganization } from "./organizations.ts";
import { hashPassword, hashToken, isPassword, randomHex } from "./secrets.ts";
import { isoTime } from "./times.ts";

interface Registration {
  username: string;
  email: string;
  password: string;
  confirm_password: string;
  first_name?: string;
  last_name?: string;
}

/** The most common passwords that are long enough. */
const COMMON_PASSWORDS =
  "password password1 password12 password123 passw0rd 12345678 123456789 1234567890 11111111 00000000 87654321 qwertyui qwertyuiop qwerty123 1q2w3e4r 1qaz2wsx asdfghjkl abcd1234 iloveyou sunshine princess football baseball superman trustno1 letmein1 welcome1 changeme whatever".split(
    " ",
  );

/** Creates a user with an organization. */
export function registerUser(call: Call): MockResponse {
  const registration = call.body as Registration;
  const { username, email, password, first_name = "", last_name = "" } = registration;
  checkRegistration(call, registration);
  const { database, random, now } = call;
  const id = database.insert("users", {
    username,
    email,
    password_hash: hashPassword(password, random),
    first_name,
    last_name,
    date_joined: now(),
  });
  const name = `${first_name || username}'s Organization`;
  const organizationId = addOrganization(call, id, { name, description: null });
  addAuditLog(call, id, { action: "user_registered", targetType: "user", targetId: id, organizationId: null });
  const user = userBy(call, "id", id) as User;
  return created({
    message: "User registered successfully",
    token: issueToken(call, id),
    user: { ...summary(user), date_joined: isoTime(user.date_joined) },
    organization: { id: organizationId, name },
  });
}

export function loginUser(call: Call): MockResponse {
  // As Django REST framework does: it checks every credential that comes, and refuses a stale one.
  if (call.request.headers.authorization) userOf(call);
  const { email, password } = call.body as { email: string; password: string };
  const user = userWithPassword(call, "email", email, password);
  if (!user) throw refusedWithError(401, "Invalid credentials");
  return ok({ token: issueToken(call, user.id), user: summary(user) });
}

/** Revokes the credential of the request: the login token, or the access token of a JWT pair. */
export function logoutUser(call: UserCall): MockResponse {
  const credential = credentialOf(call);
  if ("jwt" in credential) revokeJwt(call, credential.jwt);
  else call.database.run("DELETE FROM login_tokens WHERE hash = :hash", { hash: hashToken(credential.token) });
  addAuditLog(call, call.user.id, {
    action: "user_logout",
    targetType: "user",
    targetId: call.user.id,
    organizationId: null,
  });
  return ok({ message: "Successfully logged out" });
}

export function getProfile({ user }: UserCall): MockResponse {
  return ok({
    ...summary(user),
    date_joined: isoTime(user.date_joined),
    last_login: user.last_login === null ? null : isoTime(user.last_login),
    is_active: user.is_active === 1,
  });
}

/** Finds an active user by name or address and password, and records the login. */
export function userWithPassword(
  call: Call,
  field: "username" | "email",
  name: string,
  password: string,
): User | undefined {
  const user = userBy(call, field, name);
  if (!user?.is_active || !user.password_hash || !isPassword(password, user.password_hash)) return undefined;
  call.database.update("users", user.id, { last_login: call.now() });
  addAuditLog(call, user.id, { action: "user_login", targetType: "user", targetId: user.id, organizationId: null });
  return user;
}

export function userBy(
  { database }: Call,
  field: "id" | "username" | "email",
  value: number | string,
): (User & { password_hash: string | null }) | undefined {
  return database.get(`SELECT * FROM users WHERE ${field} = :value`, { value });
}

function issueToken({ database, random }: Call, userId: number): string {
  const token = randomHex(random, 40);
  database.insert("login_tokens", { hash: hashToken(token), user_id: userId });
  return token;
}

function checkRegistration(call: Call, { username, email, password, confirm_password }: Registration): void {
  const errors: FieldErrors = {};
  if (!/^\w+$/.test(username)) errors.username = ["Username can only contain letters, digits and underscores."];
  else if (userBy(call, "username", username)) errors.username = ["A user with that username already exists."];
  if (userBy(call, "email", email)) errors.email = ["A user with this email already exists."];
  if (COMMON_PASSWORDS.includes(password.toLowerCase())) errors.password = ["This password is too common."];
  if (confirm_password !== password) errors.confirm_password = ["Passwords do not match."];
  if (Object.keys(errors).length > 0) throw validationFailed(errors);
}

function summary({ id, username, email, first_name, last_name, full_name }: User): object {
  return { id, username, email, first_name, last_name, full_name };
}

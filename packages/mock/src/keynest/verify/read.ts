import { CannotRun } from "../../verify/cannot-run.ts";
import { readPages } from "../../verify/pages.ts";
import { refusesStrangers, refusesUnknown, UNKNOWN_ID, UNKNOWN_UUID } from "../../verify/refusals.ts";
import type { Suite } from "../../verify/suite.ts";
import { field, idOf } from "./read-field.ts";

/** How many environments to search for one with variables. */
const MAX_TRIES = 5;

/** Checks the operations that need no credential. */
export async function readPublic(suite: Suite): Promise<void> {
  for (const name of ["getHealth", "getApiStatus", "getVersion"]) await suite.call(name);
}

/** Checks everything that the caller can read. */
export async function readPrivate(suite: Suite): Promise<void> {
  await readObject(suite, "getProfile", {});
  const organizations = await readList(suite, "listOrganizations");
  const organization = { id: idOf(organizations[0]) };
  await readObject(suite, "getOrganization", organization, "listOrganizations");
  checkTotal(suite, await readObject(suite, "listOrganizationMembers", organization, "listOrganizations"));
  const projects = await readList(suite, "listProjects");
  const project = idOf(projects[0]);
  await readObject(suite, "getProject", { id: project }, "listProjects");
  await readList(suite, "listProjectEnvironments", { project_id: project }, "listProjects");
  await readEnvironments(suite);
  await readList(suite, "listAuditLogs");
  await readKeys(suite);
  await readObject(suite, "listClients", {});
}

async function readEnvironments(suite: Suite): Promise<void> {
  const environments = await readList(suite, "listEnvironments");
  const environment = idOf(environments[0]);
  await readObject(suite, "getEnvironment", { id: environment }, "listEnvironments");
  await readObject(suite, "exportEnvironment", { environment_id: environment }, "listEnvironments");
  let variables = await readList(
    suite,
    "listEnvironmentVariables",
    { environment_id: environment },
    "listEnvironments",
  );
  for (const other of environments.slice(1, MAX_TRIES)) {
    if (variables.length > 0) break;
    const id = idOf(other);
    if (id !== undefined)
      variables = (await readPages(suite, "listEnvironmentVariables", { path: { environment_id: id } })) ?? [];
  }
  await readObject(suite, "getVariable", { id: idOf(variables[0]) }, "listEnvironmentVariables");
}

async function readKeys(suite: Suite): Promise<void> {
  await refusesStrangers(suite, "listKeys");
  const keys = (await suite.call("listKeys"))?.body;
  const uuid = Array.isArray(keys) ? idOf(keys[0], "uuid") : undefined;
  await readObject(suite, "getKeyUsage", { uuid }, "listKeys", UNKNOWN_UUID);
  await suite.refuse("getKeyUsage", { path: { uuid: "no-uuid" } }, [422], "the path holds no UUID");
}

type Ids = Readonly<Record<string, string | number | undefined>>;

/** Checks an operation that reads an object, or a list without pages. @returns the body */
async function readObject(
  suite: Suite,
  name: string,
  path: Ids,
  from = "",
  unknown: string | number = UNKNOWN_ID,
): Promise<unknown> {
  const known = await readRefusals(suite, name, path, from, unknown);
  if (!known) return undefined;
  return (await suite.call(name, { path: known, ...(from && { because: `the id is from ${from}` }) }))?.body;
}

/** Checks the number of members, which come without pages. */
function checkTotal(suite: Suite, list: unknown): void {
  const members = field(list, "members");
  const total = field(list, "total_count");
  if (!Array.isArray(members) || typeof total !== "number" || total === members.length) return;
  const message = `must be ${members.length}, the number of members`;
  const finding = { category: "wrong-count", severity: "violation", place: "total_count" } as const;
  suite.report("listOrganizationMembers", { ...finding, status: 200, message, came: String(total) });
}

/** Checks a list with pages. @returns its results */
async function readList(suite: Suite, name: string, path: Ids = {}, from = ""): Promise<readonly unknown[]> {
  const known = await readRefusals(suite, name, path, from, UNKNOWN_ID);
  return (known && (await readPages(suite, name, { path: known }))) ?? [];
}

/** Checks the refusals of an operation. @returns the IDs for the path, or undefined when one is not known */
async function readRefusals(
  suite: Suite,
  name: string,
  path: Ids,
  from: string,
  unknown: string | number,
): Promise<Record<string, string | number> | undefined> {
  const names = Object.keys(path);
  const nobody = Object.fromEntries(names.map((each) => [each, unknown]));
  const isKnown = Object.values(path).every((id) => id !== undefined);
  const known = path as Record<string, string | number>;
  await refusesStrangers(suite, name, { path: isKnown ? known : nobody });
  if (names.length > 0) await refusesUnknown(suite, name, { path: nobody });
  if (isKnown) return known;
  // A call notes a missing credential as the reason.
  if (!suite.credentials.headersFor(suite.operation(name))) await suite.call(name);
  suite.skip(name, `${from} has nothing to ask for`);
  return undefined;
}

/**
 * Checks the credentials before anything else depends on them.
 *
 * @throws {CannotRun} if the server refuses one
 */
export async function checkCredentials(suite: Suite): Promise<void> {
  const probes = [
    { scheme: "TokenAuth", name: "getProfile", what: "token" },
    { scheme: "JWTAuth", name: "getProfile", what: "token" },
    { scheme: "OAuth2PasswordBearer", name: "listKeys", what: "access token" },
    { scheme: "AdminKey", name: "listClients", what: "administrator key" },
  ];
  for (const { scheme, name, what } of probes) {
    if (!suite.credentials.has(scheme)) continue;
    const { status } = await suite.send(name, {}, suite.credentials.headersFor(suite.operation(name)) ?? {});
    if (status === 401 || status === 403) {
      throw new CannotRun(`The server refuses the ${what}: it responded with ${status} to ${name}.`);
    }
  }
}

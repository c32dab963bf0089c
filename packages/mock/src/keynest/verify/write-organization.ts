import type { Cleanup } from "../../verify/cleanup.ts";
import type { RequestValues } from "../../verify/outgoing-request.ts";
import { readPages } from "../../verify/pages.ts";
import { refusesBadBody, refusesStrangers, refusesUnknown, UNKNOWN_ID } from "../../verify/refusals.ts";
import type { Suite } from "../../verify/suite.ts";
import { idOf } from "./read-field.ts";
import { organizationKind, removalTask } from "./removal-task.ts";

type Id = string | number;

/**
 * Checks the operations that create, change and delete organizations and everything in them, in one of its own.
 *
 * @param name - the random name of the organization
 * @param guest - the email address of another user to invite; undefined when there is none
 */
export async function writeOrganization(
  suite: Suite,
  cleanup: Cleanup,
  name: string,
  guest: string | undefined,
): Promise<void> {
  const headers = suite.credentials.headersFor(suite.operation("createOrganization"));
  if (!headers) {
    await suite.call("createOrganization");
    return;
  }
  const organization = removalTask(suite, headers, organizationKind(name));
  cleanup.add(organization);
  const body = { name, description: "Made by keynest-mock verify, and deleted at its end" };
  const id = await create(suite, "createOrganization", body, {}, (made) => organization.ids.add(made));
  if (id === undefined) return;
  const path = { id };
  await suite.call("getOrganization", { path, because: "it has just been created" });
  await change(suite, "updateOrganization", path, { description: null }, { name: "" });
  await suite.call("listOrganizationMembers", { path, because: "it has just been created" });
  await writeMembers(suite, path, guest);
  await writeProject(suite, id, name);
  await readPages(suite, "listAuditLogs");
  if (!(await remove(suite, "deleteOrganization", path))) return;
  organization.ids.delete(id);
  await refusesUnknown(suite, "updateOrganization", { path, body: { description: null } });
}

async function writeMembers(suite: Suite, path: { id: Id }, guest: string | undefined): Promise<void> {
  const names = ["inviteOrganizationMember", "updateOrganizationMemberRole", "removeOrganizationMember"] as const;
  const [invite, update, removal] = names;
  const body = { email: guest ?? "nobody@example.com", role: "viewer" };
  await refusesStrangers(suite, invite, { path, body });
  for (const name of names) await refusesBadBody(suite, name, { path, body: {} });
  await refusesUnknown(suite, invite, { path: { id: UNKNOWN_ID }, body });
  if (guest === undefined) {
    for (const name of names) suite.skip(name, "needs a second user: --register makes one, beside --token");
    return;
  }
  const invited = await suite.call(invite, { path, body });
  const userId = idOf((invited?.body as { member?: unknown } | undefined)?.member);
  if (userId === undefined) return;
  await refusesStrangers(suite, update, { path, body: { user_id: userId, role: "editor" } });
  await suite.call(update, { path, body: { user_id: userId, role: "editor" } });
  await refusesStrangers(suite, removal, { path, body: { user_id: userId } });
  await suite.call(removal, { path, body: { user_id: userId } });
}

async function writeProject(suite: Suite, organization: Id, name: string): Promise<void> {
  const id = await create(suite, "createProject", { name, organization, description: null });
  if (id === undefined) return;
  const path = { id };
  await suite.call("getProject", { path, because: "it has just been created" });
  await change(suite, "updateProject", path, { description: "Changed" }, { name: "" });
  await readPages(suite, "listProjects", { query: { organization: String(organization), search: name } });
  await writeEnvironment(suite, id);
  if (!(await remove(suite, "deleteProject", path))) return;
  await refusesUnknown(suite, "updateProject", { path, body: { description: "Changed" } });
}

async function writeEnvironment(suite: Suite, project: Id): Promise<void> {
  const id = await create(suite, "createEnvironment", { name: "verify", project, environment_type: "testing" });
  if (id === undefined) return;
  const path = { id };
  await suite.call("getEnvironment", { path, because: "it has just been created" });
  await change(suite, "updateEnvironment", path, { environment_type: "staging" }, { environment_type: "none" });
  await readPages(suite, "listEnvironments", { query: { project: String(project), environment_type: "staging" } });
  await readPages(suite, "listProjectEnvironments", { path: { project_id: project } });
  await writeVariable(suite, id);
  await importVariables(suite, id);
  if (!(await remove(suite, "deleteEnvironment", path))) return;
  await refusesUnknown(suite, "updateEnvironment", { path, body: { environment_type: "staging" } });
}

async function writeVariable(suite: Suite, environment: Id): Promise<void> {
  const body = { key: "KEYNEST_VERIFY", value: "first value", environment };
  const id = await create(suite, "createVariable", body);
  if (id === undefined) return;
  const path = { id };
  await suite.refuse("createVariable", { body }, [409], "the environment has the key already");
  await suite.call("getVariable", { path, because: "it has just been created" });
  await change(suite, "updateVariable", path, { value: "second value" }, { key: "" });
  await readPages(suite, "listEnvironmentVariables", { path: { environment_id: environment } });
  if (!(await remove(suite, "deleteVariable", path))) return;
  await refusesUnknown(suite, "updateVariable", { path, body: { value: "second value" } });
}

async function importVariables(suite: Suite, environment: Id): Promise<void> {
  const name = "importEnvironment";
  const path = { environment_id: environment };
  await refusesStrangers(suite, name, { path, body: fileForm() });
  await refusesBadBody(suite, name, { path, body: formWith({ overwrite: "true" }) });
  await refusesUnknown(suite, name, { path: { environment_id: UNKNOWN_ID }, body: fileForm() });
  if (!(await suite.call(name, { path, body: fileForm() }))) return;
  await suite.refuse(name, { path, body: fileForm() }, [409], "the environment has the keys already");
  await suite.call(name, { path, body: fileForm(true) });
  await suite.call("exportEnvironment", { path, because: "it has just been filled" });
}

function fileForm(overwrite = false): FormData {
  const file = new File(['KEYNEST_VERIFY_ONE=1\nKEYNEST_VERIFY_TWO="two words"\n'], "verify.env");
  return formWith(overwrite ? { file, overwrite: "true" } : { file });
}

function formWith(fields: Record<string, string | File>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** Checks an operation that creates. @returns the ID of what was created */
async function create(
  suite: Suite,
  name: string,
  body: object,
  path: Record<string, Id> = {},
  note: (id: Id) => void = () => {},
): Promise<Id | undefined> {
  const call: RequestValues = { path, body };
  // A server that accepts an invalid request has created an object, which must be deleted too.
  const wrongly = [await refusesStrangers(suite, name, call), await refusesBadBody(suite, name, { path, body: {} })];
  for (const success of wrongly) noteId(success?.body, note);
  const success = await suite.call(name, call);
  const id = noteId(success?.body, note);
  if (success && id === undefined) suite.remark(`${name} responded without an ID, so nothing more could be checked.`);
  return id;
}

function noteId(body: unknown, note: (id: Id) => void): Id | undefined {
  const id = idOf(body);
  if (id !== undefined) note(id);
  return id;
}

async function change(suite: Suite, name: string, path: { id: Id }, body: object, badBody: object): Promise<void> {
  await refusesStrangers(suite, name, { path, body });
  await refusesBadBody(suite, name, { path, body: badBody });
  await suite.call(name, { path, body });
}

/** Checks an operation that deletes. @returns whether the object is gone */
async function remove(suite: Suite, name: string, path: { id: Id }): Promise<boolean> {
  await refusesStrangers(suite, name, { path });
  const removed = await suite.call(name, { path, because: "it has been created before" });
  if (removed) await refusesUnknown(suite, name, { path });
  return removed !== undefined;
}

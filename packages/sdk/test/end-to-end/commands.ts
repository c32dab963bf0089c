import {
  type Client,
  createEnvironmentDetailed,
  createOrganizationDetailed,
  createProjectDetailed,
  createVariableDetailed,
  deleteEnvironmentDetailed,
  deleteOrganizationDetailed,
  deleteProjectDetailed,
  deleteVariableDetailed,
  exportEnvironmentDetailed,
  type ImportConflictResponse,
  importEnvironmentDetailed,
  inviteOrganizationMemberDetailed,
  listEnvironmentVariables,
  paginate,
  type Role,
  removeOrganizationMemberDetailed,
  updateEnvironmentDetailed,
  updateOrganizationDetailed,
  updateOrganizationMemberRoleDetailed,
  updateProjectDetailed,
  updateVariableDetailed,
} from "@keynest/sdk";
import fc from "fast-check";
import { expect } from "vitest";
import { compareAll } from "./compare-all.ts";
import { type Model, statusFor } from "./model.ts";

/** A user of the server. */
export interface User {
  id: number;
  email: string;
  client: Client<{ TokenAuth: true }>;
}

/** What stands against the model: the users, by name. */
export type Real = Readonly<Record<string, User>>;

export const USERS: readonly string[] = ["ann", "bob", "eve"];

type Command = fc.AsyncCommand<Model, Real>;

/** One kind of command, with all that is random in it. */
function kind<Input>(
  name: string,
  inputs: { [Name in keyof Input]: fc.Arbitrary<Input[Name]> },
  run: (input: Input, model: Model, real: Real) => Promise<void>,
): fc.Arbitrary<Command> {
  return fc.record(inputs).map((input) => ({
    check: () => true,
    run: (model: Model, real: Real) => run(input as Input, model, real),
    toString: () => `${name}(${fc.stringify(input)})`,
  }));
}

// Small, so that names meet and objects are met again.
const user = fc.constantFrom(...USERS);
const choice = fc.nat(999);
const role = fc.constantFrom<Role>("admin", "editor", "viewer");
const name = fc.constantFrom("alpha", "Beta", "GAMMA");
const key = fc.constantFrom("A", "B_1", "LONG_KEY");
const value = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom("'", '"', "`", "\\", "$", "#", "=", "\n", "\r", " ", "é", "😀", "n") }),
);
/** The server refuses null characters, as databases do. */
const storable = value.filter((text) => !text.includes("\0"));

const clientOf = (real: Real, who: string): User["client"] => (real[who] as User).client;

/** Waits for an answer with a certain status. @returns it when it is a success */
async function answer<Result extends { ok: boolean; status: number }>(
  call: Promise<Result>,
  status: number,
): Promise<Extract<Result, { ok: true }> | undefined> {
  const result = await call;
  expect(result.status, JSON.stringify(result)).toBe(status);
  return result.ok ? (result as Extract<Result, { ok: true }>) : undefined;
}

const organizations = [
  kind<{ user: string; name: string }>("createOrganization", { user, name }, async (input, model, real) => {
    const { user, name } = input;
    const status = model.hasOrganization(user, name) ? 400 : 201;
    const created = await answer(createOrganizationDetailed(clientOf(real, user), { body: { name } }), status);
    if (created) model.organizations.add(created.data.id, { name, members: new Map([[user, "admin"]]) });
  }),

  kind<{ user: string; choice: number; name: string }>(
    "updateOrganization",
    { user, choice, name },
    async ({ user, choice, name }, model, real) => {
      const id = model.pick(user, "organizations", choice);
      const success = model.hasOrganization(user, name, id) ? 400 : 200;
      const status = statusFor(model.role(user, "organizations", id), "admin", success);
      if (await answer(updateOrganizationDetailed(clientOf(real, user), { id, body: { name } }), status)) {
        model.organizations.get(id).name = name;
      }
    },
  ),

  kind<{ user: string; choice: number }>("deleteOrganization", { user, choice }, async (input, model, real) => {
    const id = model.pick(input.user, "organizations", input.choice);
    const status = statusFor(model.role(input.user, "organizations", id), "admin", 204);
    if (await answer(deleteOrganizationDetailed(clientOf(real, input.user), { id }), status)) {
      model.deleteOrganization(id);
    }
  }),

  kind<{ user: string; choice: number; other: string; role: Role }>(
    "invite",
    { user, choice, other: user, role },
    async ({ user, choice, other, role }, model, real) => {
      const id = model.pick(user, "organizations", choice);
      const members = model.organizations.items.get(id)?.members;
      const status = statusFor(members?.get(user), "admin", members?.has(other) ? 400 : 201);
      const body = { email: (real[other] as User).email, role };
      const invited = await answer(inviteOrganizationMemberDetailed(clientOf(real, user), { id, body }), status);
      if (!invited) return;
      expect(invited.data.member).toMatchObject({ id: (real[other] as User).id, username: other, role });
      members?.set(other, role);
    },
  ),

  kind<{ user: string; choice: number; other: string; role: Role }>(
    "updateRole",
    { user, choice, other: user, role },
    async ({ user, choice, other, role }, model, real) => {
      const id = model.pick(user, "organizations", choice);
      const members = model.organizations.items.get(id)?.members;
      const success = other === user ? 400 : members?.has(other) ? 200 : 404;
      const body = { user_id: (real[other] as User).id, role };
      const call = updateOrganizationMemberRoleDetailed(clientOf(real, user), { id, body });
      if (await answer(call, statusFor(members?.get(user), "admin", success))) members?.set(other, role);
    },
  ),

  kind<{ user: string; choice: number; other: string }>(
    "removeMember",
    { user, choice, other: user },
    async ({ user, choice, other }, model, real) => {
      const id = model.pick(user, "organizations", choice);
      const members = model.organizations.items.get(id)?.members;
      const success = other === user ? 400 : members?.has(other) ? 200 : 404;
      const body = { user_id: (real[other] as User).id };
      const call = removeOrganizationMemberDetailed(clientOf(real, user), { id, body });
      if (await answer(call, statusFor(members?.get(user), "admin", success))) members?.delete(other);
    },
  ),
];

const projects = [
  kind<{ user: string; choice: number; name: string }>(
    "createProject",
    { user, choice, name },
    async ({ user, choice, name }, model, real) => {
      const organization = model.pick(user, "organizations", choice);
      const status = statusFor(model.role(user, "organizations", organization), "editor", 201, 400);
      const created = await answer(
        createProjectDetailed(clientOf(real, user), { body: { name, organization } }),
        status,
      );
      if (created) model.projects.add(created.data.id, { organization, name, createdBy: user });
    },
  ),

  kind<{ user: string; choice: number; name: string }>(
    "updateProject",
    { user, choice, name },
    async ({ user, choice, name }, model, real) => {
      const id = model.pick(user, "projects", choice);
      const status = statusFor(model.role(user, "projects", id), "editor", 200);
      if (await answer(updateProjectDetailed(clientOf(real, user), { id, body: { name } }), status)) {
        model.projects.get(id).name = name;
      }
    },
  ),

  kind<{ user: string; choice: number }>("deleteProject", { user, choice }, async ({ user, choice }, model, real) => {
    const id = model.pick(user, "projects", choice);
    const status = statusFor(model.role(user, "projects", id), "editor", 204);
    if (await answer(deleteProjectDetailed(clientOf(real, user), { id }), status)) model.deleteProject(id);
  }),
];

const environments = [
  kind<{ user: string; choice: number; name: string }>(
    "createEnvironment",
    { user, choice, name },
    async ({ user, choice, name }, model, real) => {
      const project = model.pick(user, "projects", choice);
      const success = model.hasEnvironment(project, name) ? 400 : 201;
      const status = statusFor(model.role(user, "projects", project), "editor", success, 400);
      const created = await answer(
        createEnvironmentDetailed(clientOf(real, user), { body: { name, project } }),
        status,
      );
      if (created) {
        model.environments.add(created.data.id, { project, name: name.toLowerCase(), createdBy: user });
      }
    },
  ),

  kind<{ user: string; choice: number; name: string }>(
    "updateEnvironment",
    { user, choice, name },
    async ({ user, choice, name }, model, real) => {
      const id = model.pick(user, "environments", choice);
      const project = model.environments.items.get(id)?.project ?? 0;
      const success = model.hasEnvironment(project, name, id) ? 400 : 200;
      const status = statusFor(model.role(user, "environments", id), "editor", success);
      if (await answer(updateEnvironmentDetailed(clientOf(real, user), { id, body: { name } }), status)) {
        model.environments.get(id).name = name.toLowerCase();
      }
    },
  ),

  kind<{ user: string; choice: number }>("deleteEnvironment", { user, choice }, async (input, model, real) => {
    const id = model.pick(input.user, "environments", input.choice);
    const status = statusFor(model.role(input.user, "environments", id), "editor", 204);
    if (await answer(deleteEnvironmentDetailed(clientOf(real, input.user), { id }), status)) {
      model.deleteEnvironment(id);
    }
  }),
];

const variables = [
  kind<{ user: string; choice: number; key: string; value: string }>(
    "createVariable",
    { user, choice, key, value: storable },
    async ({ user, choice, key, value }, model, real) => {
      const environment = model.pick(user, "environments", choice);
      const success = model.idOfKey(environment, key) === undefined ? 201 : 409;
      const status = statusFor(model.role(user, "environments", environment), "editor", success, 400);
      const call = createVariableDetailed(clientOf(real, user), { body: { key, value, environment } });
      const created = await answer(call, status);
      if (!created) return;
      expect(created.data.decrypted_value).toBe(value);
      model.variables.add(created.data.id, { environment, key, value });
    },
  ),

  kind<{ user: string; choice: number; key: string | undefined; value: string | undefined }>(
    "updateVariable",
    { user, choice, key: fc.option(key, { nil: undefined }), value: fc.option(storable, { nil: undefined }) },
    async ({ user, choice, key, value }, model, real) => {
      const id = model.pick(user, "variables", choice);
      const variable = model.variables.items.get(id);
      const holder = variable && key !== undefined ? model.idOfKey(variable.environment, key) : undefined;
      const status = statusFor(model.role(user, "variables", id), "editor", (holder ?? id) === id ? 200 : 400);
      const body = { ...(key !== undefined && { key }), ...(value !== undefined && { value }) };
      if (await answer(updateVariableDetailed(clientOf(real, user), { id, body }), status)) {
        Object.assign(model.variables.get(id), body);
      }
    },
  ),

  kind<{ user: string; choice: number }>("deleteVariable", { user, choice }, async ({ user, choice }, model, real) => {
    const id = model.pick(user, "variables", choice);
    const status = statusFor(model.role(user, "variables", id), "editor", 204);
    if (await answer(deleteVariableDetailed(clientOf(real, user), { id }), status)) model.variables.items.delete(id);
  }),
];

const files = [
  kind<{ user: string; from: number; to: number; overwrite: boolean }>(
    "copyByFile",
    { user, from: choice, to: choice, overwrite: fc.boolean() },
    async ({ user, from, to, overwrite }, model, real) => {
      const client = clientOf(real, user);
      const source = model.pick(user, "environments", from);
      const exported = await answer(
        exportEnvironmentDetailed(client, { environment_id: source }),
        statusFor(model.role(user, "environments", source), "viewer", 200),
      );
      if (!exported) return;
      const id = model.pick(user, "environments", to);
      const wanted = model.valuesOf(source);
      const keys = Object.keys(wanted).filter((key) => model.idOfKey(id, key) !== undefined);
      const status = statusFor(
        model.role(user, "environments", id),
        "editor",
        keys.length === 0 || overwrite ? 200 : 409,
      );
      const file = new File([exported.data], "copy.env");
      const body = overwrite ? { file, overwrite } : { file };
      const result = await importEnvironmentDetailed(client, { environment_id: id, body });
      expect(result.status, JSON.stringify(result)).toBe(status);
      if (result.status === 409) {
        expect([...(result.error as ImportConflictResponse).conflicts].sort()).toEqual(keys.sort());
      }
      if (!result.ok) return;
      const updated = keys.length;
      const total_variables = Object.keys(wanted).length;
      expect(result.data.summary).toEqual({ imported: total_variables - updated, updated, failed: 0, total_variables });
      await takeOver(model, id, wanted, client);
    },
  ),
];

/** Puts imported values into the model. The ids of new variables stand in no answer, so they are asked for. */
async function takeOver(
  model: Model,
  environment: number,
  values: Record<string, string>,
  client: User["client"],
): Promise<void> {
  const ids = new Map<string, number>();
  for await (const variable of paginate(listEnvironmentVariables, client, { environment_id: environment })) {
    ids.set(variable.key, variable.id);
  }
  for (const [key, value] of Object.entries(values)) {
    const known = model.idOfKey(environment, key);
    if (known === undefined) model.variables.add(ids.get(key) as number, { environment, key, value });
    else model.variables.get(known).value = value;
  }
}

const compare = kind<{ user: string }>("compareAll", { user }, async ({ user }, model, real) =>
  compareAll(clientOf(real, user), user, model),
);

/** Any sequence of commands, of at most some length. Those that fill the server come more often than those that empty it. */
export function sequences(maxCommands: number): fc.Arbitrary<Iterable<Command>> {
  const [createProject] = projects;
  const [createEnvironment] = environments;
  const [createVariable] = variables;
  const makers = [createProject, createEnvironment, createVariable, createVariable] as fc.Arbitrary<Command>[];
  const each = [...organizations, ...projects, ...environments, ...variables, ...files, compare];
  return fc.commands([...each, ...makers, ...makers, ...makers, ...variables, ...files, ...files], {
    maxCommands,
    size: "max",
  });
}

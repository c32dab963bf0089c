import { type Mock, startMock } from "@keynest/mock";
import {
  createClient,
  createEnvironment,
  createProject,
  inviteOrganizationMember,
  registerUser,
  tokenAuth,
} from "@keynest/sdk";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Real, sequences, USERS, type User } from "./commands.ts";
import { compareAll } from "./compare-all.ts";
import { Model } from "./model.ts";

let mock: Mock;
beforeAll(async () => {
  // Pages so small that there are several of nearly everything.
  mock = await startMock({ stateful: { start: "empty", pageSize: 3 } });
});
afterAll(() => mock.close());

/** Empties the server, lets the users register, and makes them meet in an organization with some environments. */
async function start(): Promise<{ model: Model; real: Real }> {
  await mock.reset();
  const model = new Model();
  const real: Record<string, User> = {};
  for (const username of USERS) {
    const email = `${username}@example.com`;
    const password = "correct horse battery";
    const body = { username, email, password, confirm_password: password };
    const { token, user, organization } = await registerUser(createClient({ baseUrl: mock.url }), { body });
    real[username] = { id: user.id, email, client: createClient({ baseUrl: mock.url, auth: tokenAuth(token) }) };
    model.organizations.add(organization.id, { name: organization.name, members: new Map([[username, "admin"]]) });
  }
  const { client } = real.ann as User;
  const [id = 0] = model.organizations.ids;
  for (const [username, role] of [
    ["bob", "editor"],
    ["eve", "viewer"],
  ] as const) {
    await inviteOrganizationMember(client, { id, body: { email: `${username}@example.com`, role } });
    model.organizations.get(id).members.set(username, role);
  }
  const project = await createProject(client, { body: { name: "first", organization: id } });
  model.projects.add(project.id, { organization: id, name: "first", createdBy: "ann" });
  for (const name of ["one", "two"]) {
    const environment = await createEnvironment(client, { body: { name, project: project.id } });
    model.environments.add(environment.id, { project: project.id, name, createdBy: "ann" });
  }
  return { model, real };
}

test("whatever is called in whatever order, the server remembers what a model of maps does", async () => {
  // A failure tells the seed, the path and the shortest sequence that fails.
  await fc.assert(
    fc.asyncProperty(sequences(80), async (commands) => {
      const { model, real } = await start();
      await fc.asyncModelRun(() => ({ model, real }), commands);
      for (const username of USERS) await compareAll((real[username] as User).client, username, model);
    }),
    { numRuns: 25 },
  );
  expect(mock.violations.filter(({ location }) => location[0] === "response")).toEqual([]);
});

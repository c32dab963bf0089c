import { type Mock, startMock } from "@keynest/mock";
import KeyNest, { type ImportConflictResponse, isConflictError, isNotFoundError } from "@keynest/sdk";
import { afterAll, beforeAll, expect, test } from "vitest";

const password = "correct horse battery";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ stateful: { start: "empty", pageSize: 2 } });
});
afterAll(() => mock.close());

/** Registers somebody, and logs in. */
async function join(username: string): Promise<KeyNest> {
  const client = new KeyNest({ baseUrl: mock.url });
  const email = `${username}@example.com`;
  await client.auth.register({ username, email, password, confirmPassword: password });
  await client.login({ email, password });
  return client;
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

test("two people share the variables of a project, from their first day to their last", async () => {
  const ann = await join("ann");
  const bob = await join("bob");

  const { id: organizationId } = await ann.organizations.create({ name: "Acme Corp" });
  const { id: projectId } = await ann.projects.create({ name: "Shop", organizationId });
  const { id: environmentId } = await ann.environments.create({ name: "Production", projectId });
  const secret = 'p@$$ "word"\nwith a second line # and \\ more';
  await ann.variables.create({ key: "DATABASE_PASSWORD", value: secret, environmentId });

  expect(isNotFoundError(await bob.projects.get(projectId).catch((error: unknown) => error))).toBe(true);
  await ann.organizations.invite(organizationId, { email: "bob@example.com", role: "editor" });
  expect((await bob.projects.list({ search: "sho" })).results.map(({ name }) => name)).toEqual(["Shop"]);

  // Bob takes the variables over into an environment of his own, changes one and adds two.
  const { id: stagingId } = await bob.environments.create({ name: "staging", projectId, environmentType: "staging" });
  const file = new File([await bob.environments.export(environmentId)], "production.env");
  expect((await bob.environments.import(stagingId, { file })).summary.imported).toBe(1);
  const more = new File(["DATABASE_PASSWORD=other\nA=1\nB=2\n"], ".env");
  const conflict = await bob.environments.import(stagingId, { file: more }).catch((error: unknown) => error);
  expect(isConflictError<ImportConflictResponse>(conflict) && conflict.body.conflicts).toEqual(["DATABASE_PASSWORD"]);
  const { summary } = await bob.environments.import(stagingId, { file: more, overwrite: true });
  expect(summary).toEqual({ imported: 2, updated: 1, failed: 0, total_variables: 3 });

  const values = async (id: number) =>
    Object.fromEntries((await all(ann.environments.variables(id))).map((one) => [one.key, one.decrypted_value]));
  expect(await values(environmentId)).toEqual({ DATABASE_PASSWORD: secret });
  expect(await values(stagingId)).toEqual({ DATABASE_PASSWORD: "other", A: "1", B: "2" });

  const logs = await all(ann.auditLogs.list({ userId: 2, targetType: "environment" }));
  expect(logs.map(({ action }) => action)).toEqual([
    ...["environment_imported", "environment_imported", "environment_exported", "environment_created"],
  ]);

  await ann.organizations.removeMember(organizationId, { userId: 2 });
  expect(await all(bob.environments.list())).toEqual([]);
  await ann.organizations.delete(organizationId);
  expect((await ann.projects.list()).count).toBe(0);

  await Promise.all([ann.logout(), bob.logout()]);
  expect(ann.isAuthenticated).toBe(false);
  mock.expectNoViolations();
});

import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { ClientResource, createClient, flatParams } from "../src/index.ts";

describe("flatParams", () => {
  test("puts what is given beside the path", () => {
    expect(flatParams({ id: 1 }, { page: 2 })).toEqual({ id: 1, page: 2 });
    expect(flatParams({ id: 1 })).toEqual({ id: 1 });
  });

  test("gives back the names of the wire", () => {
    const given = { userId: 1, page: 2 };
    expect(flatParams({}, given, { userId: "user_id" })).toEqual({ user_id: 1, page: 2 });
    expect(given).toEqual({ userId: 1, page: 2 });
  });

  test("makes a body of everything that is not named as beside it", () => {
    expect(
      flatParams({ id: 1 }, { dryRun: true, firstName: "A" }, { dryRun: "dry_run", firstName: "first_name" }, [
        "dryRun",
      ]),
    ).toEqual({
      id: 1,
      dry_run: true,
      body: { first_name: "A" },
    });
    expect(flatParams({ id: 1 }, undefined, {}, [])).toEqual({ id: 1, body: {} });
  });

  test("tells a parameter and a property of one name apart", () => {
    expect(
      flatParams({}, { env: 1, environmentId: 2 }, { env: "environment", environmentId: "environment" }, ["env"]),
    ).toEqual({
      environment: 1,
      body: { environment: 2 },
    });
  });

  test("lets nothing replace the path", () => {
    expect(flatParams({ id: 1 }, { id: 2 })).toEqual({ id: 1 });
  });

  test("takes names that every object has for names", () => {
    const given = JSON.parse('{ "__proto__": { "a": 1 }, "constructor": 2 }');
    const { body } = flatParams<{ body: object }>({}, given, {}, []);
    expect(Object.getPrototypeOf(body)).toBe(Object.prototype);
    expect(Object.entries(body)).toEqual([
      ["__proto__", { a: 1 }],
      ["constructor", 2],
    ]);
  });
});

test("a resource keeps its client to itself", () => {
  class Things extends ClientResource {
    readonly mine = (): unknown => this.client;
  }
  const client = createClient({ baseUrl: "https://api.test" });
  const things = new Things(client);
  expect(things.mine()).toBe(client);
  expect(inspect(things, { showHidden: true, depth: 9 })).not.toContain("api.test");
});

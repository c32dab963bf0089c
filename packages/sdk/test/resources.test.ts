import { type Mock, startMock } from "@keynest/mock";
import { KeyNest } from "@keynest/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkMock } from "./contract/check-mock.ts";
import { checkRequest } from "./contract/check-request.ts";
import { authOf, credentialsOf } from "./contract/credentials.ts";
import { describedOperations } from "./contract/operations.ts";
import { createRecorder } from "./contract/recorder.ts";
import { variantsOf } from "./contract/variants.ts";
import { loadDescription, loadPackage } from "./load-package.ts";
import { argumentsOf, placeOf } from "./resource-methods.ts";

type Methods = Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>>;

const description = loadDescription();
const { sdk } = await loadPackage();
const operations = describedOperations(description);
let mock: Mock;

beforeAll(async () => {
  mock = await startMock({ description });
});
afterAll(() => mock.close());

function createKeyNest() {
  const { fetch, exchanges } = createRecorder();
  const auth = authOf(sdk, credentialsOf(description)) as [];
  const client = new KeyNest({ baseUrl: mock.url, auth, fetch });
  return { client: client as unknown as Methods, exchanges };
}

for (const operation of operations) {
  const { group, method } = placeOf(description, operation);
  describe(`client.${group}.${method}`, () => {
    for (const variant of variantsOf(description, operation)) {
      test(`sends what ${operation.id} sends: ${variant.name}`, async () => {
        const { client, exchanges } = createKeyNest();
        const given = argumentsOf(description, operation, variant);
        const plain = await client[group]?.[method]?.(...given);
        const detailed = await client[group]?.[`${method}Detailed`]?.(...given);
        expect(detailed).toMatchObject({ ok: true });
        expect((detailed as { data: unknown }).data).toEqual(plain);
        expect(exchanges).toHaveLength(2);
        for (const { request, response } of exchanges) {
          expect(await checkMock(response)).toEqual([]);
          expect(await checkRequest(request, operation, variant)).toEqual([]);
        }
      });
    }

    test("takes options for one call", async () => {
      const { client } = createKeyNest();
      const [variant] = variantsOf(description, operation);
      if (!variant) throw new Error("no example");
      const given = argumentsOf(description, operation, variant);
      const call = client[group]?.[method]?.(...given, { signal: AbortSignal.abort("enough") });
      await expect(call).rejects.toBe("enough");
    });
  });
}

test("every method belongs to an operation", () => {
  const { client } = createKeyNest();
  const places = operations.map((operation) => placeOf(description, operation));
  const found = Object.entries(client).flatMap(([group, resource]) => {
    const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(resource));
    return methods.filter((name) => name !== "constructor").map((name) => `${group}.${name}`);
  });
  const expected = places.flatMap(({ group, method }) => [`${group}.${method}`, `${group}.${method}Detailed`]);
  expect(found.filter((name) => !/^(client)\./.test(name)).sort()).toEqual(expected.sort());
});

import { expect, it } from "vitest";
import { client, description } from "./support/client.ts";
import { recorder } from "./support/recorder.ts";

const paths = { "/a": { get: { operationId: "a", responses: {} } } };

it.each([
  [[{ url: "https://api.test/v1/" }], "https://api.test/v1"],
  [
    [{ url: "https://{region}.api.test:{port}", variables: { region: { default: "eu" }, port: { default: 8443 } } }],
    "https://eu.api.test:8443",
  ],
  [[{ url: "http://one.test" }, { url: "http://two.test" }], "http://one.test"],
])("the first server of %j is where requests go", async (servers, expected) => {
  const { a, createClient, defaultBaseUrl } = await (await client(description({ servers, paths }))).load();
  expect(defaultBaseUrl).toBe(expected);
  const { fetch, last } = recorder();
  await a(createClient({ fetch }));
  expect(last().url).toBe(`${expected}/a`);
  await a(createClient({ fetch, baseUrl: "https://other.test" }));
  expect(last().url).toBe("https://other.test/a");
});

it.each([
  [undefined],
  [[]],
  [[{ url: "/v1" }]],
  [[{ url: "https://{host}" }]],
  [[{ url: "https://user:password@api.test" }]],
  [[{ url: "ftp://api.test" }]],
  [[{ url: "https://api.test?a=b" }]],
  [[{ url: "https://{toString}.test", variables: {} }]],
  ["https://api.test"],
])("there is no default where the servers are %j", async (servers) => {
  const { texts } = await client(description({ ...(servers && { servers }), paths }));
  expect(texts).not.toHaveProperty("client.gen.ts");
});

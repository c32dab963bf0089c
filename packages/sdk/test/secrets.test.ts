import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import {
  adminKeyAuth,
  createAccessToken,
  createAccessTokenFromKey,
  createClient,
  createVariable,
  extendClient,
  getProject,
  getProjectDetailed,
  getVersion,
  isApiError,
  isConnectionError,
  isRedirectError,
  isTimeoutError,
  isUsageError,
  jwtAuth,
  listClients,
  listKeys,
  loginUser,
  oauth2Auth,
  tokenAuth,
  updateVariable,
} from "@keynest/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const secrets = {
  token: "9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b",
  jwt: "eyJhbGciOiJIUzI1NiJ9.eyJ1c2VyX2lkIjo3fQ.c2VjcmV0LXNpZ25hdHVyZQ",
  access: "oauth-access-5f2b",
  admin: "admin-key-77e1",
  password: "correct horse battery staple",
  value: "postgresql://user:s3cr3t+/@db",
  key: "occ-2f9a7c41d8e64b0b",
};
const auth = [
  tokenAuth(secrets.token),
  jwtAuth(secrets.jwt),
  oauth2Auth(secrets.access),
  adminKeyAuth(secrets.admin),
] as const;

let server: Server;
let url: string;

/** Answers with everything that it was sent, in the way that the path prefix of the base URL names. */
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const [, way = ""] = request.url?.split("/") ?? [];
    const echo = `${request.headers.authorization} ${request.headers["x-admin-key"]} ${request.url} ${body}`;
    const json = { "content-type": "application/json" };
    if (way === "hang") return;
    if (way === "break") response.destroy();
    else if (way === "redirect")
      response.writeHead(307, { location: `http://other.example/?${encodeURIComponent(echo)}` });
    else if (way === "error")
      response.writeHead(400, json).write(JSON.stringify({ error: echo, details: { name: [echo] } }));
    else if (way === "detail")
      response.writeHead(422, json).write(JSON.stringify({ detail: [{ loc: ["body"], msg: echo }] }));
    else if (way === "fields")
      response.writeHead(409, json).write(JSON.stringify({ value: [echo], non_field_errors: [echo] }));
    else if (way === "text") response.writeHead(500, { "content-type": "text/plain" }).write(echo);
    else if (way === "html") response.writeHead(502, { "content-type": "text/html" }).write(`<title>${echo}</title>`);
    else if (way === "broken") response.writeHead(200, json).write(`{ ${echo}`);
    else if (way === "page") response.writeHead(200, { "content-type": "text/html" }).write(`<p>${echo}</p>`);
    else if (way === "headers")
      response.writeHead(404, { ...json, "x-echo": encodeURIComponent(echo) }).write('{"error":"Not found"}');
    response.end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const clientFor = (way: string) =>
  createClient({ baseUrl: `${url}/${way}`, auth, timeoutMs: way === "hang" ? 50 : 5000, maxRetries: 0 });
type AnyClient = ReturnType<typeof clientFor>;

/** One call for each secret that goes out. */
const calls: Record<string, (client: AnyClient) => Promise<unknown>> = {
  token: (client) => getProject(client, { id: 1 }),
  "JWT token": (client) => getProject(extendClient(client, { auth: jwtAuth(secrets.jwt) }), { id: 1 }),
  "access token": (client) => listKeys(client),
  "admin key": (client) => listClients(client),
  password: (client) => loginUser(client, { body: { email: "user@example.com", password: secrets.password } }),
  "password in a form": (client) => createAccessToken(client, { body: { username: "u", password: secrets.password } }),
  "key in the query": (client) => createAccessTokenFromKey(client, { key: secrets.key }),
  value: (client) => createVariable(client, { body: { key: "DATABASE_URL", value: secrets.value, environment: 1 } }),
  "changed value": (client) => updateVariable(client, { id: 1, body: { value: secrets.value } }),
};

const ways = ["error", "detail", "fields", "text", "html", "broken", "page", "headers", "redirect", "break", "hang"];

describe.for(ways)("a server that echoes everything (%s)", (way) => {
  test.for(Object.entries(calls))("cannot make an error show the %s", async ([, call]) => {
    const error = await call(clientFor(way)).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(Error);
    expectClean(error);
  });
});

test("the ways are the errors that they should be", async () => {
  const thrownBy = (way: string) => getProject(clientFor(way), { id: 1 }).catch((error: unknown) => error);
  expect(await thrownBy("error")).toSatisfy(isApiError);
  expect(await thrownBy("redirect")).toSatisfy(isRedirectError);
  expect(await thrownBy("break")).toSatisfy(isConnectionError);
  expect(await thrownBy("hang")).toSatisfy(isTimeoutError);
});

describe("nothing shows a secret", () => {
  test("of a client and its credentials", () => {
    expectClean(clientFor("error"));
    for (const credential of auth) expectClean(credential);
  });

  test("of a result", async () => {
    const result = await getProjectDetailed(clientFor("headers"), { id: 1 });
    expect(result.status).toBe(404);
    expectClean(result);
    expectClean([...result.request.headers]);
  });

  test("of a mistake in a call", async () => {
    const client = createClient({ auth: tokenAuth(secrets.token) });
    const missing = await (listKeys as (client: unknown) => Promise<unknown>)(client).catch((error: unknown) => error);
    const unsent = await getProject(client, { id: "" as never }).catch((error: unknown) => error);
    for (const error of [missing, unsent]) {
      expect(error).toSatisfy(isUsageError);
      expectClean(error);
    }
  });
});

test("operations without security send no credential, not even a default header", async () => {
  let sent: Headers | undefined;
  const headers = { authorization: `Token ${secrets.token}` };
  const fetch = async (_: string, init: RequestInit) => {
    sent = new Headers(init.headers);
    return new Response("1.0.0", { headers: { "content-type": "text/plain" } });
  };
  await getVersion(createClient({ auth, headers, fetch }));
  expect([...(sent ?? [])].map(([, value]) => value).join()).not.toContain(secrets.token);
  expect(sent?.has("authorization")).toBe(false);
});

/** Whatever prints the value shows no secret, neither as it is nor encoded. */
function expectClean(value: unknown, all: string[] = Object.values(secrets)): void {
  const shown = [
    inspect(value, { depth: 10, showHidden: true }),
    JSON.stringify(value),
    value instanceof Error ? `${value} ${value.stack} ${inspect(value.cause, { depth: 10 })}` : "",
  ].join("\n");
  const forms = all.flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]);
  expect(forms.filter((form) => shown.includes(form))).toEqual([]);
}

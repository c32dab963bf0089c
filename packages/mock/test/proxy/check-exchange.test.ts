import { once } from "node:events";
import { connect } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mock, startMock } from "../../src/index.ts";
import { plant } from "../support/plant.ts";
import { sendJson, serve } from "../support/serve.ts";
import { startTestProxy } from "../support/start-proxy.ts";

let mock: Mock;

beforeAll(async () => {
  mock = await startMock({ stateful: true });
});

afterAll(() => mock.close());

const TOKEN = "9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b";
const headers = { Authorization: `Token ${TOKEN}`, "Content-Type": "application/json" };

test("an exchange that fits has no violations", async () => {
  await using proxy = await startTestProxy(mock.url);
  expect((await fetch(`${proxy.url}/api/projects/?page=1`, { headers })).status).toBe(200);
  expect(await proxy.report()).toEqual({
    operationId: "listProjects",
    method: "GET",
    path: "/api/projects/",
    query: { page: "1" },
    status: 200,
    violations: [],
    notChecked: [],
  });
});

test("violations of the request are reported, and the request goes on", async () => {
  await using proxy = await startTestProxy(mock.url);
  const body = JSON.stringify({ name: 7, organization: 1, colour: "red" });
  const response = await fetch(`${proxy.url}/api/projects/?pages=1`, { method: "POST", headers, body });
  expect(response.status).toBe(400);
  expect((await proxy.report()).violations).toEqual([
    { side: "request", place: "body.name", message: "Request body property name must be string" },
    { side: "request", place: "query.pages", message: "The operation has no query parameter pages" },
    { side: "request", place: "body.colour", message: "The body has no field colour in the description" },
  ]);
});

test("a request without the credential is a violation", async () => {
  await using proxy = await startTestProxy(mock.url);
  await fetch(`${proxy.url}/api/projects/`);
  expect((await proxy.report()).violations).toEqual([
    { side: "request", place: expect.any(String), message: "Request lacks the credential of TokenAuth or JWTAuth" },
  ]);
});

test.each([
  [
    "/api/projects",
    "is undocumented: There is no /api/projects, but /api/projects/; the slash at the end is part of a path",
  ],
  ["/admin/", expect.stringMatching(/^is undocumented: /)],
])("%s goes on, and is reported as undocumented", async (path, message) => {
  await using proxy = await startTestProxy(mock.url);
  expect((await fetch(proxy.url + path, { headers })).status).toBe(404);
  const { operationId, violations } = await proxy.report();
  expect({ operationId, violations }).toEqual({
    operationId: undefined,
    violations: [{ side: "request", place: "", message }],
  });
});

test("the preflight request of a browser is no violation", async () => {
  await using proxy = await startTestProxy(mock.url);
  const preflight = { Origin: "http://a.example", "Access-Control-Request-Method": "POST" };
  await fetch(`${proxy.url}/api/projects/`, { method: "OPTIONS", headers: preflight });
  expect(await proxy.report()).toMatchObject({ status: 204, violations: [] });
});

test("violations of the response are reported", async () => {
  await using changed = await plant(mock.url, (passing) => {
    passing.body = passing.body.replaceAll('"organization":1', '"organisation":1');
  });
  await using proxy = await startTestProxy(changed.url);
  await fetch(`${proxy.url}/api/projects/1/`, { headers });
  expect((await proxy.report()).violations).toEqual([
    {
      side: "response",
      place: "organization",
      message: expect.stringMatching(/^missing field: is required \(status 200; came \{id, /),
    },
    { side: "response", place: "organisation", message: "undocumented field: is not documented (status 200; came 1)" },
  ]);
});

test.each([
  ["an invalid content type", { "Content-Type": "garbage" }, "{}", "Content-Type", "is not a media type"],
  ["invalid JSON", { "Content-Type": "application/json" }, "{", "body", "is not JSON, in spite of its content type"],
])("%s is a violation, not the end", async (_, type, body, place, message) => {
  await using server = await serve((__, response) => sendJson(response, 400, { error: "No." }));
  await using proxy = await startTestProxy(server.url);
  await fetch(`${proxy.url}/api/projects/`, { method: "POST", headers: { ...headers, ...type }, body });
  expect((await proxy.report()).violations).toEqual([{ side: "request", place, message }]);
});

test("a path that cannot be decoded is a violation, not the end", async () => {
  await using server = await serve((_, response) => sendJson(response, 404, { error: "No." }));
  await using proxy = await startTestProxy(server.url);
  await fetch(`${proxy.url}/keys/%zz`, { method: "DELETE", headers });
  expect((await proxy.report()).violations).toEqual([
    { side: "request", place: "", message: "is undocumented: /keys/%zz has an invalid percent-encoding" },
  ]);
});

test("no credential is in a report, even if the server sends it back", async () => {
  const secret = "hush-hush-hush";
  await using server = await serve((request, response) => {
    const { authorization = "", cookie = "" } = request.headers;
    sendJson(response, 200, { [authorization]: cookie, token: 7, user: `${secret}` });
  });
  await using proxy = await startTestProxy(server.url);
  await fetch(`${proxy.url}/api/auth/login/?key=${secret}`, {
    method: "POST",
    headers: { ...headers, Cookie: `session=${secret}` },
    body: JSON.stringify({ email: "a@b.example", password: secret }),
  });
  await fetch(`${proxy.url}/reset/${TOKEN}/?token=${secret}`);
  for (const report of [await proxy.report(), await proxy.report()]) {
    expect(JSON.stringify(report)).toContain("[redacted]");
    expect(JSON.stringify(report)).not.toContain(secret);
    expect(JSON.stringify(report)).not.toContain(TOKEN);
  }
});

test("every exchange gets a response and a report", async () => {
  const bodies = ["", "{", "[]", "null", '{"a":1}', "<html>", "\u00ff\u0000", "a=1&b=%zz", "--x\r\n"];
  const types = [
    "application/json",
    "garbage",
    "",
    "*/*",
    "multipart/form-data",
    "multipart/form-data; boundary=x",
    "a/b;;",
  ];
  const paths = [
    "*",
    "//[",
    "http://a.b/c",
    "/keys/%zz",
    "/api/projects/?page[]=%zz&__proto__=1",
    "/api/environments/1/import/",
  ];
  const methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PURGE"];
  let reply = { status: 200, type: "", body: "" };
  await using server = await serve((_, response) => {
    response.writeHead(reply.status, { "Content-Type": reply.type }).end(reply.body);
  });
  await using proxy = await startTestProxy(server.url);
  const from = fc.constantFrom<string[]>;
  const answers = fc.record({
    status: fc.constantFrom(200, 204, 304, 404, 599),
    type: from(...types),
    body: from(...bodies),
  });
  await fc.assert(
    fc.asyncProperty(
      from(...methods),
      from(...paths),
      from(...types),
      from(...bodies),
      answers,
      async (method, path, type, body, response) => {
        reply = response;
        const socket = connect(Number(new URL(proxy.url).port), "127.0.0.1");
        const head = [`${method} ${path} HTTP/1.1`, "Host: a.example", "Connection: close", `Content-Type: ${type}`];
        const length = `Content-Length: ${Buffer.byteLength(body, "latin1")}`;
        socket.write(Buffer.from([...head, length, "", body].join("\r\n"), "latin1"));
        await once(socket.resume(), "close");
        expect((await proxy.report()).status).toBe(path.startsWith("http:") ? undefined : response.status);
      },
    ),
  );
});

import { createServer } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mock, startMock } from "../../src/index.ts";
import { plant } from "../support/plant.ts";
import { runVerify } from "../support/run-verify.ts";
import { sendJson, serve } from "../support/serve.ts";

let mock: Mock;

beforeAll(async () => {
  mock = await startMock();
});

afterAll(() => mock.close());

const TOKEN = "9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b";

test("a target that refuses connections", async () => {
  const closed = await serve(() => {});
  await closed[Symbol.asyncDispose]();
  expect(await runVerify(["--target", closed.url])).toEqual({
    code: 2,
    stdout: "",
    stderr: `keynest-mock: ${closed.url} refused the connection (ECONNREFUSED).\n`,
  });
});

test("a port that fetch blocks", async () => {
  const { code, stderr } = await runVerify(["--target", "http://127.0.0.1:1"]);
  expect(code).toBe(2);
  expect(stderr).toBe(
    "keynest-mock: http://127.0.0.1:1 cannot be asked: fetch blocks its port (https://fetch.spec.whatwg.org/#port-blocking).\n",
  );
});

test("a target that never responds", async () => {
  await using silent = await serve(() => {});
  expect(await runVerify(["--target", silent.url, "--timeout", "0.1"])).toEqual({
    code: 2,
    stdout: "",
    stderr: `keynest-mock: ${silent.url} did not respond within 0.1 s.\n`,
  });
});

test("a target that stops responding", async () => {
  let unanswered = 0;
  await using tired = await serve((request, response) => {
    if (request.url === "/health/") sendJson(response, 200, { status: "healthy", service: "KeyNest", version: "1" });
    else unanswered += 1;
  });
  const { code, stdout, stderr } = await runVerify(["--target", tired.url, "--timeout", "0.5"]);
  expect({ code, stderr }).toEqual({ code: 2, stderr: `keynest-mock: ${tired.url} did not respond within 0.5 s.\n` });
  expect(unanswered).toBe(3);
  expect(stdout).toContain("1 of 51 operations checked; 4 requests");
  expect(stdout).toMatch(/✗ 3 violations, and stopped before the end\n$/);
});

test("a target that breaks off in the middle of a response", async () => {
  await using broken = await serve((_, response) => {
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "100" });
    response.write("{", () => response.destroy());
  });
  const { code, stderr } = await runVerify(["--target", broken.url]);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: `keynest-mock: ${broken.url} broke the connection (UND_ERR_SOCKET).\n`,
  });
});

test("a target that is no HTTP server", async () => {
  const server = createServer((socket) => socket.end("220 mail ESMTP\r\n"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  const { code, stderr } = await runVerify(["--target", url]);
  server.close();
  expect({ code, stderr }).toEqual({ code: 2, stderr: `keynest-mock: ${url} does not speak HTTP at this port.\n` });
});

test("a refused token, which the sentence does not repeat", async () => {
  await using strict = await plant(mock.url, (passing) => {
    if (passing.requestHeaders.authorization) passing.status = 401;
  });
  expect(await runVerify(["--target", strict.url], { KEYNEST_TOKEN: TOKEN })).toEqual({
    code: 2,
    stdout: "",
    stderr: "keynest-mock: The server refuses the token: it responded with 401 to getProfile.\n",
  });
});

test("something that is not KeyNest", async () => {
  await using website = await serve((_, response) => {
    response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html><title>Shop</title>");
  });
  expect(await runVerify(["--target", website.url, "--token", TOKEN])).toEqual({
    code: 2,
    stdout: "",
    stderr:
      `keynest-mock: ${website.url} does not look like KeyNest: an HTML page came for /health/, ` +
      "and nothing better for /api/ and /version/. Is the address complete?\n",
  });
});

test("a redirect is not followed with the token", async () => {
  const received: string[] = [];
  await using other = await serve((request, response) => {
    received.push(request.headers.authorization ?? "none");
    sendJson(response, 200, {});
  });
  await using moved = await serve((request, response) => {
    response.writeHead(302, { Location: `${other.url}${request.url}` }).end();
  });
  const { code, stderr } = await runVerify(["--target", moved.url, "--token", TOKEN]);
  expect(code).toBe(2);
  expect(stderr).toContain(`status 302 to ${other.url}/health/ came for /health/`);
  expect(received).toEqual([]);
});

test("a description that cannot be read", async () => {
  const { code, stderr } = await runVerify(["--target", mock.url, "--spec", "none.yaml"]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^keynest-mock: The description none\.yaml cannot be read: .*\n$/);
});

test("a file that cannot be written, after the report", async () => {
  const { code, stdout, stderr } = await runVerify(["--target", mock.url, "--junit", "/no/such/folder/report.xml"]);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: "keynest-mock: /no/such/folder/report.xml cannot be written: ENOENT.\n",
  });
  expect(stdout).toContain(`${mock.url} against the KeyNest description\n`);
});

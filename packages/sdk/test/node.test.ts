import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importEnvironment, isConnectionError, listProjects, tokenAuth } from "@keynest/sdk";
import { createClient } from "@keynest/sdk/node";
import { generate } from "selfsigned";
import { afterAll, beforeAll, expect, test } from "vitest";

let server: Server;
let folder: string;
let baseUrl: string;
let ca: string;
let open = 0;
const received: { authorization: string | undefined; body: string }[] = [];

beforeAll(async () => {
  const { cert, private: key } = await generate([{ name: "commonName", value: "KeyNest" }], {
    keyType: "ec",
    algorithm: "sha256",
    extensions: [
      { name: "basicConstraints", cA: true },
      { name: "subjectAltName", altNames: [{ type: 7, ip: "127.0.0.1" }] },
    ],
  });
  folder = mkdtempSync(join(tmpdir(), "node-"));
  ca = join(folder, "ca.pem");
  writeFileSync(ca, cert);
  server = createServer({ cert, key }, async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    received.push({ authorization: request.headers.authorization, body });
    response.end(JSON.stringify({ count: 3, next: null, previous: null, results: [] }));
  });
  server.on("secureConnection", (socket) => {
    open++;
    socket.on("close", () => open--);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  baseUrl = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

const options = { auth: tokenAuth("t"), proxy: false, maxRetries: 0 } as const;

test("calls a server of a private authority, and closes with the client", async () => {
  {
    await using client = createClient({ ...options, baseUrl, ca });
    expect((await listProjects(client)).count).toBe(3);
    expect(received.at(-1)?.authorization).toBe("Token t");
    expect(open).toBe(1);
  }
  await expect.poll(() => open).toBe(0);
});

test("refuses a server of an untrusted authority, and says what to set", async () => {
  await using client = createClient({ ...options, baseUrl });
  const error = await listProjects(client).catch((thrown: unknown) => thrown);
  expect(isConnectionError(error)).toBe(true);
  expect(error).toMatchObject({ code: "DEPTH_ZERO_SELF_SIGNED_CERT", message: expect.stringContaining("set ca") });
});

test("uploads a file", async () => {
  await using client = createClient({ ...options, baseUrl, ca });
  await importEnvironment(client, { environment_id: 1, body: { file: new File(["KEY=1"], "production.env") } });
  expect(received.at(-1)?.body).toMatch(/name="file"; filename="production.env"\r\n[\s\S]*KEY=1/);
});

test("names a file that is missing", () => {
  const make = () => createClient({ ca: join(folder, "missing.pem") });
  expect(make).toThrow(
    expect.objectContaining({ name: "UsageError", message: expect.stringMatching(/^ca: .*ENOENT/) }),
  );
});

test("has the default server, and the types of its credentials", async () => {
  await using client = createClient();
  expect(client.baseUrl).toBe("http://localhost:8000");
  // @ts-expect-error: no credential
  await expect(listProjects(client)).rejects.toThrow("TokenAuth");
});

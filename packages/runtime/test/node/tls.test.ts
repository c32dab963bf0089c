import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rootCertificates } from "node:tls";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { bearer, type Client, createClient, isUsageError } from "../../src/index.ts";
import { type NodeFetchOptions, nodeFetch } from "../../src/node/index.ts";
import { operation, plain, rejection } from "../call.ts";
import { createAuthority, type Identity, issue } from "./certificates.ts";
import { startProxy } from "./proxy-server.ts";
import { serveTls } from "./tls-server.ts";

let folder: string;
let ca: Identity;
let server: Identity;
let user: Identity;
let caFile: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tls-"));
  ca = await createAuthority("Test authority");
  server = await issue(ca, "server");
  user = await issue(ca, "Ada");
  caFile = write("ca.pem", `# Test authority\n${ca.cert}`);
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text, { mode: 0o600 });
  return join(folder, name);
}

function clientOf(baseUrl: string, options: NodeFetchOptions): Client<{ JWTAuth: true }> {
  return createClient({
    baseUrl,
    auth: bearer("JWTAuth", "s3cr3t-token"),
    fetch: nodeFetch({ proxy: false, ...options }),
  });
}

/** What making the transport throws. */
function refusal(options: NodeFetchOptions): Error {
  try {
    nodeFetch(options);
  } catch (error) {
    return error as Error;
  }
  throw new Error("expected a refusal");
}

describe("ca", () => {
  test.for(["file", "text", "list"])("given as a %s is trusted", async (kind) => {
    const { url } = await serveTls(server);
    const given = { file: caFile, text: ca.cert, list: [...rootCertificates.slice(0, 2), caFile] }[kind];
    await using client = clientOf(url, { ca: given });
    expect(await plain(client, operation())).toMatchObject({ url: "/things/" });
  });

  test("is trusted instead of the default authorities", async () => {
    const { url } = await serveTls(server);
    await using client = clientOf(url, { ca: (await createAuthority("Another")).cert });
    expect(await rejection(plain(client, operation()))).toMatchObject({
      name: "ConnectionError",
      code: expect.stringMatching(/^UNABLE_TO|^SELF_SIGNED/),
    });
  });

  test("is advised by the error for an unknown authority, at the first attempt", async () => {
    const { url, connections } = await serveTls(server);
    await using client = clientOf(url, {});
    const error = await rejection(plain(client, operation(), {}, { maxRetries: 2 }));
    expect(error.name).toBe("ConnectionError");
    expect(error.message).toContain(`(${error.code}); set ca to the file of that authority`);
    expect(error.message).toContain(url);
    expect(connections()).toBe(0);
  });

  test("that is missing is named", () => {
    const error = refusal({ ca: join(folder, "missing.pem") });
    expect(isUsageError(error)).toBe(true);
    expect(error.message).toBe(`ca: cannot read ${join(folder, "missing.pem")} (ENOENT)`);
  });

  test.for([
    ["no PEM", "top secret", "is not a PEM with a CERTIFICATE"],
    [
      "a broken certificate",
      "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
      "cannot be read (ERR_OSSL",
    ],
  ])("that is %s is refused, and not shown", ([, text, message]) => {
    const file = write("broken.pem", text as string);
    const error = refusal({ ca: file });
    expect(isUsageError(error)).toBe(true);
    expect(error.message).toContain(`ca: ${file} `);
    expect(error.message).toContain(message);
    expect(error.message).not.toMatch(/top secret|AAAA/);
  });

  test("does not let a certificate of another host pass", async () => {
    const other = await serveTls(server);
    await using client = clientOf(other.url.replace("127.0.0.1", "127.0.0.2"), { ca: caFile });
    expect(await rejection(plain(client, operation()))).toMatchObject({ name: "ConnectionError" });
  });
});

describe("client certificates", () => {
  const demanding = () => serveTls({ ...server, ca: ca.cert, requestCert: true, rejectUnauthorized: true });

  test.for(["files", "text", "one file"])("are shown to the server: %s", async (kind) => {
    const { url } = await demanding();
    const options = {
      files: { cert: write("user.pem", user.cert), key: write("user.key", user.key) },
      text: user,
      "one file": { cert: write("both.pem", `${user.cert}\n${user.key}`) },
    }[kind];
    await using client = clientOf(url, { ca: caFile, ...options });
    expect(await plain(client, operation())).toMatchObject({ client: "Ada" });
  });

  test("may have an encrypted key", async () => {
    const { url } = await demanding();
    const locked = await issue(ca, "Grace", "open sesame");
    await using client = clientOf(url, { ca: caFile, ...locked, passphrase: "open sesame" });
    expect(await plain(client, operation())).toMatchObject({ client: "Grace" });
    const error = refusal({ ...locked, passphrase: "wrong words" });
    expect(error.message).toMatch(/^cert, key and passphrase do not match \(\w+\)$/);
  });

  test("are required by a server that asks for one", async () => {
    const { url } = await demanding();
    await using client = clientOf(url, { ca: caFile });
    expect(await rejection(plain(client, operation()))).toMatchObject({ name: "ConnectionError" });
  });

  test("of another key are refused", async () => {
    const { key } = await issue(ca, "Eve");
    expect(refusal({ cert: user.cert, key }).message).toContain("do not match (ERR_OSSL_X509_KEY_VALUES_MISMATCH)");
  });

  test("need a certificate", () => {
    expect(refusal({ key: user.key }).message).toBe("key and passphrase need cert: set it to the client's certificate");
    expect(refusal({ cert: user.cert }).message).toBe("key: what was given is not a PEM with a PRIVATE KEY");
  });

  test("do not show a key that is given without its first line", () => {
    const [, ...lines] = user.key.split("\n");
    const error = refusal({ cert: user.cert, key: lines.join("\n") });
    expect(error.message).toMatch(/^key: cannot read what was given \(\w+\)$/);
  });

  test("are not shown to a proxy", async () => {
    const { url } = await demanding();
    const proxy = await startProxy();
    await using client = clientOf(url, { ca: caFile, ...user, proxy: proxy.url });
    expect(await plain(client, operation())).toMatchObject({ client: "Ada" });
  });
});

describe("insecure", () => {
  test("accepts any certificate, and warns once", async () => {
    const { url } = await serveTls(server);
    const warnings = vi.spyOn(process, "emitWarning").mockImplementation(() => {});
    for (let nth = 0; nth < 2; nth++) {
      await using client = clientOf(url, { insecure: true });
      expect(await plain(client, operation())).toMatchObject({ url: "/things/" });
    }
    expect(warnings.mock.calls).toEqual([[expect.stringContaining("insecure"), { code: "INSECURE_TLS" }]]);
    warnings.mockRestore();
  });

  test.for(["false", "true", "", 1, null])("cannot be text or a number, as from the environment: %j", (insecure) => {
    expect(() => clientOf("https://localhost", { insecure: insecure as never })).toThrow(
      "insecure must be true or false",
    );
  });

  test("is off, and false does not warn", async () => {
    const { url } = await serveTls(server);
    const warnings = vi.spyOn(process, "emitWarning");
    await using client = clientOf(url, { insecure: false });
    expect(await rejection(plain(client, operation()))).toMatchObject({ name: "ConnectionError" });
    expect(warnings).not.toHaveBeenCalled();
    warnings.mockRestore();
  });
});

import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { digest } from "../../src/credentials/digest.ts";
import { createClient, isAuthenticationError, isUsageError } from "../../src/index.ts";
import { operation, plain, rejection } from "../call.ts";
import { type Received, type Reply, serve } from "../server.ts";

const user = { username: "Mufasa", password: "Circle of Life" };
const secured = { security: [["Digest"]] };

/** Nonces and what comes of them, from RFC 7616, section 3.9. */
const RFC = {
  realm: "http-auth@example.org",
  nonce: "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
  opaque: "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS",
  cnonce: "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
};

function challenge(parameters: Record<string, string>): Reply {
  const text = Object.entries(parameters).map(([name, value]) => `${name}="${value}"`);
  return { status: 401, headers: { "www-authenticate": `Digest ${text.join(", ")}` } };
}

function parametersOf({ headers }: Received): Record<string, string> {
  const matches = (headers.authorization ?? "").matchAll(/([\w*]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/g);
  return Object.fromEntries(Array.from(matches, ([, name, quoted, plain]) => [name, quoted ?? plain]));
}

/** A server that checks the response by Node's own hashes. */
async function digestServer(parameters: Record<string, string>, node: string, password = user.password) {
  return serve((request) => {
    const given = parametersOf(request);
    const hash = (text: string) => createHash(node).update(text).digest("hex");
    const secret = hash(`${user.username}:${parameters.realm}:${password}`);
    const isSession = parameters.algorithm?.endsWith("-sess");
    const key = isSession ? hash(`${secret}:${given.nonce}:${given.cnonce}`) : secret;
    const body = given.qop === "auth-int" ? `:${hash(request.body)}` : "";
    const sent = hash(`${request.method}:${given.uri}${body}`);
    const usage = given.qop ? `${given.nonce}:${given.nc}:${given.cnonce}:${given.qop}` : given.nonce;
    const isRight = given.uri === request.url && given.response === hash(`${key}:${usage}:${sent}`);
    return isRight ? { body: request } : challenge(parameters);
  });
}

describe("digest", () => {
  it.each([
    ["MD5", "8ca523f5e9506fed4657c9700eebdbec"],
    ["SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"],
  ])("answers the challenge of RFC 7616, section 3.9.1, with %s", async (algorithm, response) => {
    const { realm, nonce, opaque, cnonce } = RFC;
    const { url, received } = await serve((request) =>
      request.headers.authorization
        ? { body: {} }
        : challenge({ realm, qop: "auth, auth-int", algorithm, nonce, opaque }),
    );
    const client = createClient({ baseUrl: url, auth: digest("Digest", user, { clientNonce: () => cnonce }) });
    await plain(client, operation({ ...secured, path: "/dir/index.html" }));
    expect(parametersOf(received[1] as Received)).toEqual({
      username: "Mufasa",
      realm,
      uri: "/dir/index.html",
      algorithm,
      nonce,
      nc: "00000001",
      cnonce,
      qop: "auth",
      response,
      opaque,
    });
  });

  it("hashes a user name that is not ASCII, as in RFC 7616, section 3.9.2", async () => {
    const { url, received } = await serve((request) =>
      request.headers.authorization
        ? { body: {} }
        : {
            status: 401,
            headers: {
              "www-authenticate":
                'Digest realm="api@example.org", qop="auth", algorithm=SHA-512-256, ' +
                'nonce="5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK", ' +
                'opaque="HRPCssKJSGjCrkzDg8OhwpzCiGPChXYjwrI2QmXDnsOS", charset=UTF-8, userhash=true',
            },
          },
    );
    const auth = digest(
      "Digest",
      { username: "Jäsøn Doe", password: "Secret, or not?" },
      { clientNonce: () => "NTg6RKcb9boFIAS3KrFK9BGeh+niz/sm" },
    );
    await plain(createClient({ baseUrl: url, auth }), operation({ ...secured, path: "/doe.json" }));
    expect(parametersOf(received[1] as Received)).toMatchObject({
      username: "793263caabb707a56211940d90411ea4a575adeccb7e360aeb624ed06ece9b0b",
      userhash: "true",
    });
  });

  it.each([
    ["MD5", "md5", "auth"],
    ["MD5-sess", "md5", "auth"],
    ["SHA-256", "sha256", "auth,auth-int"],
    ["SHA-256-sess", "sha256", "auth-int"],
    ["SHA-512-256", "sha512-256", "auth"],
  ])("is taken by a server that checks %s with %s and %s", async (algorithm, node, qop) => {
    const { url } = await digestServer({ realm: "r", nonce: "n", algorithm, qop }, node);
    const client = createClient({ baseUrl: url, auth: digest("Digest", user) });
    const put = operation({ ...secured, method: "PUT", body: "application/json", query: ["q"] });
    expect((await plain(client, put, { q: "ä b", body: { name: "ü" } })).body).toBe('{"name":"ü"}');
  });

  it("answers servers without qop, as RFC 2069 has it", async () => {
    const { url } = await digestServer({ realm: "r", nonce: "n" }, "md5");
    const client = createClient({ baseUrl: url, auth: digest("Digest", user) });
    expect((await plain(client, operation(secured))).method).toBe("GET");
  });

  it("answers with the same challenge until the server calls it stale", async () => {
    let nonce = 1;
    const { url, received } = await serve((request) => {
      const given = parametersOf(request);
      if (given.nonce === `${nonce}`) return { body: request };
      return challenge({ realm: "r", nonce: `${nonce}`, qop: "auth", ...(given.nonce && { stale: "true" }) });
    });
    const client = createClient({ baseUrl: url, auth: digest("Digest", user) });
    for (let call = 0; call < 2; call++) await plain(client, operation(secured));
    nonce = 2;
    await plain(client, operation(secured));
    expect(received.map(parametersOf).map(({ nonce, nc }) => nonce && [nonce, nc])).toEqual([
      undefined,
      ["1", "00000001"],
      ["1", "00000002"],
      ["1", "00000003"],
      ["2", "00000001"],
    ]);
  });

  it("gives up after a wrong password", async () => {
    const { url, received } = await digestServer({ realm: "r", nonce: "n", qop: "auth" }, "md5", "another");
    const client = createClient({ baseUrl: url, auth: digest("Digest", user) });
    expect(isAuthenticationError(await rejection(plain(client, operation(secured))))).toBe(true);
    expect(received).toHaveLength(2);
  });

  it("finds its challenge among those of other schemes", async () => {
    const { url, received } = await serve((request) =>
      request.headers.authorization
        ? { body: {} }
        : {
            status: 401,
            headers: {
              "www-authenticate": 'Negotiate, Basic realm="a, b", Digest realm="\\"r\\"", nonce=n, qop="auth"',
            },
          },
    );
    await plain(createClient({ baseUrl: url, auth: digest("Digest", user) }), operation(secured));
    expect(parametersOf(received[1] as Received)).toMatchObject({ realm: '\\"r\\"', nonce: "n" });
  });

  it("gives up on a server that asks for an unsupported algorithm", async () => {
    const { url, received } = await serve(challenge({ realm: "r", nonce: "n", algorithm: "SHA-3" }));
    const client = createClient({ baseUrl: url, auth: digest("Digest", user) });
    expect(isAuthenticationError(await rejection(plain(client, operation(secured))))).toBe(true);
    expect(received).toHaveLength(1);
  });

  it("answers again when a redirect is followed", async () => {
    const { url, received } = await serve((request) => {
      if (!request.headers.authorization) return challenge({ realm: "r", nonce: "n", qop: "auth" });
      return request.url === "/things/" ? { status: 307, headers: { location: "/elsewhere/" } } : { body: request };
    });
    await plain(createClient({ baseUrl: url, auth: digest("Digest", user) }), operation(secured));
    expect(received.map(parametersOf).map(({ uri }) => uri)).toEqual([undefined, "/things/", "/elsewhere/"]);
  });

  it("refuses a form with files where the body must be hashed", async () => {
    const { url } = await serve(challenge({ realm: "r", nonce: "n", qop: "auth-int" }));
    const client = createClient({ baseUrl: url, auth: digest("Digest", user) });
    const post = operation({
      ...secured,
      method: "POST",
      body: { type: "multipart/form-data", encode: (form) => [form] },
    });
    const error = await rejection(plain(client, post, { body: new FormData() }));
    expect(isUsageError(error)).toBe(true);
    expect(error.message).toContain("hashes the body");
  });

  it("shows no password in the error that the server echoes it in", async () => {
    const { url } = await serve((request) =>
      request.headers.authorization
        ? { status: 400, body: { detail: `not this: ${user.password}` } }
        : challenge({ realm: "r", nonce: "n", qop: "auth" }),
    );
    const error = await rejection(
      plain(createClient({ baseUrl: url, auth: digest("Digest", user) }), operation(secured)),
    );
    expect(error.message).toContain("not this: [redacted]");
  });
});

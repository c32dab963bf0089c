import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  basic,
  bearer,
  type Credential,
  cookieKey,
  createClient,
  encodeMultipart,
  encodeRaw,
  headerKey,
  type Operation,
  queryKey,
} from "../src/index.ts";
import { operation, plain, rejection } from "./call.ts";

/** The message for a server that answers 400 with `{ error: say(url, init) }`. */
async function echoed(
  say: (url: string, init: RequestInit) => unknown,
  op: Operation,
  params: object = {},
  auth: Credential[] = [],
  headers: Record<string, string> = {},
): Promise<string> {
  const fetch = async (url: string, init: RequestInit) => Response.json({ error: say(url, init) }, { status: 400 });
  const error = await rejection(plain(createClient({ baseUrl: "https://h", fetch, auth, headers }), op, params));
  return error.message + inspect(error, { showHidden: true }) + JSON.stringify(error) + error.stack;
}

const secured = operation({ security: [["A"]] });
const sentHeader = (name: string) => (_: string, init: RequestInit) => (init.headers as Record<string, string>)[name];

describe("a credential that the server echoes is not shown", () => {
  it.each([
    ["bearer", bearer("A", "hunter22"), sentHeader("authorization")],
    ["an API key", headerKey("A", "authorization", "hunter22", "Token "), sentHeader("authorization")],
    ["a key in the query", queryKey("A", "k", "hunter 22"), (url: string) => url],
    ["a cookie", cookieKey("A", "s", "hunter22"), sentHeader("cookie")],
    ["a number, from JavaScript", headerKey("A", "x-key", 8675309 as never), sentHeader("x-key")],
    ["basic", basic("A", { username: "u", password: "hunter22" }), sentHeader("authorization")],
    ["a password of basic", basic("A", { username: "u", password: "hunter22" }), () => "wrong: hunter22"],
    ["a short one", bearer("A", "z9"), () => "z9 is invalid"],
    ["one that is waited for", bearer("A", async () => "hunter22"), () => "no hunter22"],
  ])("%s", async (_, auth, say) => {
    const text = await echoed(say, secured, {}, [auth]);
    expect(text).toContain("[redacted]");
    expect(text).not.toMatch(/hunter.*22|z9|dTpodW50ZXIyMg/);
  });

  it("nor one in the reason phrase", async () => {
    const fetch = async () => new Response(null, { status: 401, statusText: "No hunter22" });
    const client = createClient({ baseUrl: "https://h", fetch, auth: bearer("A", "hunter22") });
    expect((await rejection(plain(client, secured))).message).toBe("getThing: 401 No [redacted]");
  });

  it("nor one among the caller's own headers", async () => {
    for (const name of ["authorization", "x-api-key", "cookie"]) {
      const text = await echoed(sentHeader(name), operation({ security: [[]] }), {}, [], {
        [name]: "Custom a=hunter22abc",
      });
      expect(text).toContain("[redacted]");
      expect(text).not.toContain("hunter22");
    }
  });
});

describe("sensitive values of the request that the server echoes are not shown", () => {
  const op = operation({
    method: "POST",
    path: "/{code}/",
    query: ["key"],
    body: "application/json",
    sensitive: ["password", "key", "code", "secrets"],
  });
  const said = (value: string) => () => `bad value ${value}!`;

  it.each([
    ["in the body", { code: "c", body: { password: "hunter22" } }],
    ["deep in the body", { code: "c", body: { users: [{ login: { password: "hunter22" } }] } }],
    ["inside a sensitive object", { code: "c", body: { secrets: { any: ["hunter22"] } } }],
    ["in the query", { code: "c", key: "hunter22" }],
    ["in the path", { code: "hunter22" }],
    ["in a form", { code: "c", body: new URLSearchParams({ password: "hunter22" }) }],
  ])("%s", async (_, params) => {
    const text = await echoed(said("hunter22"), op, params);
    expect(text).toContain("bad value [redacted]!");
    expect(text).not.toContain("hunter22");
  });

  it("one that begins with another", async () => {
    const body = { password: "hunter", secrets: ["hunter22"] };
    expect(await echoed(said("hunter22"), op, { code: "c", body })).toContain("bad value [redacted]!");
  });

  it("numbers too", async () => {
    expect(await echoed(said("271828"), op, { code: "c", body: { password: 271828 } })).not.toContain("271828");
  });

  it("however they are written", async () => {
    const password = 'correct "horse" & battery\\staple';
    const op = operation({ method: "POST", body: "application/json", sensitive: ["password"] });
    const said = [
      password,
      JSON.stringify(password),
      encodeURIComponent(password),
      `${new URLSearchParams({ p: password })}`,
    ];
    const text = await echoed(() => said.join(" and "), op, { body: { password } });
    expect(text).not.toMatch(/correct|horse|staple/);
    expect(text).toContain('[redacted] and "[redacted]" and [redacted] and p=[redacted]');
  });

  it("short ones, but not as part of other words", async () => {
    const op = operation({ method: "POST", body: "application/json", sensitive: ["value"] });
    const text = await echoed(() => "environment on: on, 'on' and upon", op, { body: { value: "on" } });
    expect(text).toContain("environment on: [redacted], '[redacted]' and upon (400");
  });

  it("short ones that are no words, wherever they stand", async () => {
    const op = operation({ method: "POST", body: "application/json", sensitive: ["value"] });
    const text = await echoed(() => "wrong !: and  !", op, { body: { value: "  !" } });
    expect(text).toContain("wrong [redacted]: and [redacted] (400");
  });

  it("lines of a file and what they assign", async () => {
    const op = operation({
      method: "POST",
      body: { type: "multipart/form-data", encode: encodeMultipart },
      sensitive: ["file"],
    });
    const file = new File(['API_KEY=sk_live_abcd\r\nurl: "postgres://u:p@h"\n# a comment'], ".env");
    for (const body of [{ file }, { file: [file] }]) {
      const text = await echoed(() => "line 1: API_KEY=sk_live_abcd, sk_live_abcd; postgres://u:p@h", op, { body });
      expect(text).toContain("line 1: [redacted], [redacted]; [redacted]");
      expect(text).not.toMatch(/sk_live|postgres/);
    }
  });

  it("the whole body", async () => {
    const op = operation({ method: "POST", body: { type: "text/plain", encode: encodeRaw }, sensitive: ["*"] });
    expect(await echoed(() => "not hunter22", op, { body: "hunter22" })).not.toContain("hunter22");
  });

  it("what is not sensitive stays", async () => {
    expect(await echoed(said("hunter22"), op, { code: "c", body: { name: "hunter22" } })).toContain("hunter22");
  });
});

describe("sensitive fields of the error body are not shown", () => {
  const op = operation({ sensitive: ["token", "password"] });
  const answering = async (body: unknown) => {
    const fetch = async () => Response.json(body, { status: 400 });
    return (await rejection(plain(createClient({ baseUrl: "https://h", fetch }), op))).message;
  };

  it("as fields of a map", async () => {
    const body = { password: ["hunter22"], name: ["Required."], token: { a: "hunter22" } };
    expect(await answering(body)).toBe(
      "getThing: password: [redacted]; name: Required.; token: a: [redacted] (400 Bad Request Error)",
    );
  });

  it("where another field quotes them", async () => {
    expect(await answering({ error: "no token hunter22", token: "hunter22" })).toBe(
      "getThing: no token [redacted] (400 Bad Request Error)",
    );
  });
});

describe("looking for sensitive values ends", () => {
  const op = operation({ method: "POST", body: "application/octet-stream", sensitive: ["token"] });

  it.each([
    [
      "with circular parameters that are not sent",
      () => {
        const circle: { self?: unknown } = {};
        circle.self = [circle, circle];
        return { circle, token: "hunter22" };
      },
    ],
    ["with large bytes", () => ({ bytes: new Uint8Array(100_000_000), token: "hunter22" })],
  ])("%s", async (_, params) => {
    expect(await echoed(() => "no hunter22", op, params())).toContain("no [redacted]");
  });
});

it("property: no secret is in the message, wherever the server puts it", async () => {
  // Shorter ones are left where they are part of a word.
  const isLong = (text: string) => text.replace(/[\s\p{C}]+/gu, " ").trim().length > 3;
  const secret = fc.string({ unit: "binary", minLength: 6, maxLength: 60 }).filter(isLong);
  const shape = fc.constantFrom(
    (text: string) => text,
    (text: string) => ({ error: text }),
    (text: string) => ({ error: "x".repeat(240) + text }),
    (text: string) => ({ detail: [{ loc: [text], msg: `${text} ${text}` }] }),
    (text: string) => ({ [text]: [text] }),
    (text: string) => ({ errors: [{ long_message: `a${text}b` }] }),
  );
  await fc.assert(
    fc.asyncProperty(secret, secret, shape, async (one, two, wrap) => {
      const fetch = async () => Response.json(wrap(`${one} and ${two}`), { status: 400 });
      const op = operation({ method: "POST", body: "application/json", security: [["A"]], sensitive: ["password"] });
      const auth = queryKey("A", "k", one);
      const client = createClient({ baseUrl: "https://h", auth, fetch });
      const { message } = await rejection(plain(client, op, { body: { password: two } }));
      const shown = message.replaceAll("[redacted]", "");
      for (const text of [one, two]) {
        expect(shown).not.toContain(text);
        expect(shown).not.toContain(text.trim());
      }
    }),
    { numRuns: 100 },
  );
}, 30_000);

import { createHmac } from "node:crypto";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, expectTypeOf, test, vi } from "vitest";
import { isWebhookVerificationError, unwrapWebhook, type WebhookHeaders } from "../src/webhooks/index.js";

const key = Buffer.from("0123456789abcdef0123456789abcdef");
const secret = `whsec_${key.toString("base64")}`;
const now = Date.parse("2026-01-01T00:00:00Z") / 1000;
const event = {
  event: "variable.created",
  timestamp: "2025-08-30T10:30:00Z",
  data: { variable: { id: 1, key: "NEW_SECRET", environment_id: 1, created_by: "john@example.com" } },
};
const body = JSON.stringify(event);

/** Signs as the specification says, without the library. */
function sign(text: string, { id = "msg_1", at = now, with: signingKey = key as Buffer | string } = {}) {
  const signature = createHmac("sha256", signingKey).update(`${id}.${at}.${text}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": `${at}`, "webhook-signature": `v1,${signature}` };
}

function reason(...args: Parameters<typeof unwrapWebhook>): string {
  try {
    unwrapWebhook(...args);
  } catch (error) {
    expect(isWebhookVerificationError(error)).toBe(true);
    return (error as Error).message;
  }
  throw new Error("expected an error");
}

beforeEach(() => void vi.useFakeTimers({ now: now * 1000, toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

describe("a delivery", () => {
  test("is verified, and read as a typed event", () => {
    const read = unwrapWebhook(body, sign(body), secret);
    expect(read).toEqual(event);
    if (read.event === "variable.created") expectTypeOf(read.data.variable.key).toEqualTypeOf<string>();
    if (read.event === "unknown") expectTypeOf(read.payload).toEqualTypeOf<unknown>();
    expectTypeOf(read.event).toEqualTypeOf<"variable.created" | "variable.updated" | "variable.deleted" | "unknown">();
  });

  test.for<[string, string | Uint8Array | ArrayBuffer]>([
    ["text", body],
    ["a Buffer", Buffer.from(body)],
    ["bytes", new TextEncoder().encode(body)],
    ["an ArrayBuffer", new TextEncoder().encode(body).buffer as ArrayBuffer],
  ])("may be %s", ([, given]) => {
    expect(unwrapWebhook(given, sign(body), secret)).toEqual(event);
  });

  test.for<[string, (headers: Record<string, string>) => WebhookHeaders]>([
    ["a Headers", (headers) => new Headers(headers)],
    ["of Node.js", (headers) => ({ ...headers, host: "h", "set-cookie": ["a", "b"] })],
    ["in upper case", (headers) => Object.fromEntries(Object.entries(headers).map(([n, v]) => [n.toUpperCase(), v]))],
  ])("has headers %s", ([, make]) => {
    expect(unwrapWebhook(body, make(sign(body)), secret)).toEqual(event);
  });

  test("may have several signatures, of other versions too", () => {
    const headers = sign(body);
    const list = `v1a,xyz v1,AAAA ${headers["webhook-signature"]} v2,`;
    expect(unwrapWebhook(body, { ...headers, "webhook-signature": list }, secret)).toEqual(event);
  });

  test("is verified with each of several secrets, while they are changed", () => {
    const other = `whsec_${Buffer.from("another").toString("base64")}`;
    expect(unwrapWebhook(body, sign(body), [other, secret])).toEqual(event);
    expect(reason(body, sign(body), [other])).toBe("no signature of the webhook matches");
  });

  test("is verified with a secret that is plain text", () => {
    const plain = "webhook_secret_for_verification";
    expect(unwrapWebhook(body, sign(body, { with: plain }), plain)).toEqual(event);
  });

  test("of an event that is not known passes as such", () => {
    for (const payload of [{ event: "team.created", data: 1 }, { event: "toString" }, [], null, 7]) {
      const text = JSON.stringify(payload);
      expect(unwrapWebhook(text, sign(text), secret)).toEqual({ event: "unknown", payload });
    }
  });
});

describe("refused, with a sentence that says why:", () => {
  test.for(["webhook-id", "webhook-timestamp", "webhook-signature"])("no %s", (name) => {
    expect(reason(body, { ...sign(body), [name]: undefined }, secret)).toBe(`the webhook has no ${name}`);
  });

  test.for([undefined, null, "", [], ["webhook-id", "1"]])("invalid headers: %j", (headers) => {
    expect(reason(body, headers as never, secret)).toBe(
      "the webhook has no webhook-id, webhook-timestamp, webhook-signature",
    );
  });

  test("a body that is longer than 1 MiB, before its signature is computed", () => {
    const long = " ".repeat(2 ** 20 + 1 - body.length) + body;
    for (const given of [long, Buffer.from(long), "ü".repeat(2 ** 19 + 1)]) {
      expect(reason(given, {}, secret)).toBe("the body of the webhook is longer than 1048576 bytes");
    }
    expect(unwrapWebhook(long.slice(1), sign(long.slice(1)), secret)).toEqual(event);
  });

  test("a body that is longer than the option says", () => {
    const maxBodyBytes = Buffer.byteLength(body) - 1;
    expect(reason(body, sign(body), secret, { maxBodyBytes })).toBe(
      `the body of the webhook is longer than ${maxBodyBytes} bytes`,
    );
    expect(unwrapWebhook(body, sign(body), secret, { maxBodyBytes: maxBodyBytes + 1 })).toEqual(event);
  });

  test("an invalid limit", () => {
    for (const maxBodyBytes of [-1, Number.NaN]) {
      expect(() => unwrapWebhook(body, sign(body), secret, { maxBodyBytes })).toThrow("maxBodyBytes must be 0 or more");
    }
  });

  test("too old, and too new, by more than 5 minutes", () => {
    for (const seconds of [-300, 300]) {
      expect(unwrapWebhook(body, sign(body, { at: now + seconds }), secret)).toEqual(event);
    }
    expect(reason(body, sign(body, { at: now - 301 }), secret)).toBe("the webhook is older than 5 minutes");
    expect(reason(body, sign(body, { at: now + 301 }), secret)).toContain("more than 5 minutes ahead");
  });

  test("an invalid timestamp", () => {
    const headers = { ...sign(body), "webhook-timestamp": "soon" };
    expect(reason(body, headers, secret)).toBe("the webhook-timestamp is not a number of seconds");
  });

  test("a body that is not JSON", () => {
    expect(reason("{", sign("{"), secret)).toBe("the body of the webhook is not JSON");
    expect(reason("", sign(""), secret)).toBe("the body of the webhook is not JSON");
  });

  test("a body that was parsed", () => {
    expect(reason(event as never, sign(body), secret)).toContain("the raw text or bytes");
  });

  test.for([[""], ["whsec_"], ["whsec_***"], [[]], [["", secret]]] as [string | string[]][])(
    "the secret %j",
    ([given]) => {
      expect(reason(body, sign(body), given)).toMatch(/secret/);
    },
  );

  test("anything that was changed in transit", () => {
    const headers = sign(body);
    const names = Object.keys(headers) as (keyof typeof headers)[];
    fc.assert(
      fc.property(
        fc.constantFrom("body" as const, ...names),
        fc.nat(),
        fc.integer({ min: 33, max: 126 }),
        (part, at, code) => {
          const from = part === "body" ? body : headers[part];
          const place = at % from.length;
          const to = from.slice(0, place) + String.fromCharCode(code) + from.slice(place + 1);
          fc.pre(to !== from);
          const changed = part === "body" ? headers : { ...headers, [part]: to };
          const message = reason(part === "body" ? to : body, changed, secret);
          expect(message).not.toContain(key.toString("base64"));
          expect(message).not.toContain("NEW_SECRET");
        },
      ),
    );
  });
});

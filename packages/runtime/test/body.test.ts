import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import {
  createClient,
  encodeMultipart,
  encodeRaw,
  encodeUrlencoded,
  isUsageError,
  type MediaType,
} from "../src/index.ts";
import { operation, plain, rejection } from "./call.ts";
import { type Received, serve } from "./server.ts";

async function post(types: string | readonly string[], body: unknown, contentType?: string): Promise<Received> {
  const { url } = await serve();
  const op = operation({ method: "POST", body: [types].flat().map(mediaType) });
  return plain(createClient({ baseUrl: url }), op, { body, contentType });
}

/** As generated operations have it. */
function mediaType(type: string): string | MediaType {
  if (/[/+]json\b/.test(type)) return type;
  if (type.startsWith("multipart/")) return { type, encode: encodeMultipart };
  return { type, encode: type === form ? encodeUrlencoded : encodeRaw };
}

const form = "application/x-www-form-urlencoded";
const type = ({ headers }: Received) => headers["content-type"];
const bytes = new TextEncoder().encode("hello");

describe("JSON", () => {
  it.each([
    [{ a: [1, null], d: new Date(0), u: undefined }, '{"a":[1,null],"d":"1970-01-01T00:00:00.000Z"}'],
    ["text", '"text"'],
    [null, "null"],
    [false, "false"],
  ])("writes %j", async (body, expected) => {
    const sent = await post("application/json", body);
    expect(sent.body).toBe(expected);
    expect(type(sent)).toBe("application/json");
  });

  it("includes types that end in +json, which are kept", async () => {
    const sent = await post("application/merge-patch+json", { a: 1 });
    expect([type(sent), sent.body]).toEqual(["application/merge-patch+json", '{"a":1}']);
  });

  it("goes with DELETE", async () => {
    const { url } = await serve();
    const op = operation({ method: "DELETE", body: "application/json" });
    expect(await plain(createClient({ baseUrl: url }), op, { body: { id: 1 } })).toMatchObject({
      method: "DELETE",
      body: '{"id":1}',
    });
  });

  it("is refused if it cannot be written", async () => {
    const loop: { self?: unknown } = {};
    loop.self = loop;
    for (const body of [loop, { big: 1n }]) {
      const error = await rejection(post("application/json", body));
      expect(isUsageError(error)).toBe(true);
      expect(error.message).toMatch(/^getThing: .*(circular|BigInt)/s);
    }
  });
});

describe("forms", () => {
  const fields = {
    a: "1 &",
    list: ["x", "y"],
    date: new Date(0),
    object: { k: [1] },
    none: undefined,
    nil: null,
    no: false,
  };

  it("are urlencoded", async () => {
    const sent = await post(form, fields);
    expect(type(sent)).toMatch(form);
    expect([...new URLSearchParams(sent.body)]).toEqual([
      ["a", "1 &"],
      ["list", "x"],
      ["list", "y"],
      ["date", "1970-01-01T00:00:00.000Z"],
      ["object", '{"k":[1]}'],
      ["no", "false"],
    ]);
  });

  it("are multipart, with files under their names", async () => {
    const files = [new File(["1"], "one.env", { type: "text/x-env" }), new Blob(["2"]), bytes, bytes.buffer];
    const sent = await post("multipart/form-data", { ...fields, files });
    expect(type(sent)).toMatch(/^multipart\/form-data; ?boundary=/);
    const parts = await new Response(sent.body, { headers: { "content-type": type(sent) as string } }).formData();
    expect([...parts.keys()]).toEqual([
      "a",
      "list",
      "list",
      "date",
      "object",
      "no",
      "files",
      "files",
      "files",
      "files",
    ]);
    expect(parts.get("object")).toBe('{"k":[1]}');
    const received = parts.getAll("files") as File[];
    expect(received.map(({ name }) => name)).toEqual(["one.env", "blob", "blob", "blob"]);
    expect(await Promise.all(received.map((file) => file.text()))).toEqual(["1", "2", "hello", "hello"]);
    expect(received[0]?.type).toBe("text/x-env");
  });

  it.each([
    ["of the web", () => new Blob(["x"]).stream()],
    ["of Node.js", () => Readable.from(["x"])],
  ])("hold no stream %s, of which something else would be sent", async (_, stream) => {
    for (const media of [form, "multipart/form-data"]) {
      const error = await rejection(post(media, { file: stream() }));
      expect(isUsageError(error)).toBe(true);
      expect(error.message).toContain('"file" has a value that cannot be sent');
    }
  });

  it("pass as they are when they come as FormData or URLSearchParams", async () => {
    const data = new FormData();
    data.append("f", new File(["x"], "x.env"));
    const sent = await post(["application/json", "multipart/form-data"], data, "multipart/form-data");
    expect(type(sent)).toMatch(/^multipart\/form-data; ?boundary=/);
    expect(sent.body).toContain('filename="x.env"');
    expect((await post(form, new URLSearchParams({ a: "&" }))).body).toBe("a=%26");
  });
});

describe("text and binary", () => {
  it.each([
    ["text/plain", "héllo", "text/plain", "héllo"],
    ["application/x-ndjson", '{"a":1}\n', "application/x-ndjson", '{"a":1}\n'],
    ["application/xml", "<a/>", "application/xml", "<a/>"],
    ["application/octet-stream", bytes, "application/octet-stream", "hello"],
    ["application/octet-stream", bytes.buffer, "application/octet-stream", "hello"],
    ["image/png", new Blob(["hello"], { type: "text/x" }), "image/png", "hello"],
    ["image/*", new Blob(["hello"], { type: "image/gif" }), "image/gif", "hello"],
    ["*/*", new Blob(["hello"], { type: "image/gif" }), "image/gif", "hello"],
    ["*/*", "hello", "text/plain;charset=UTF-8", "hello"],
    ["*/*", { a: 1 }, "application/json", '{"a":1}'],
  ])("%s of %j", async (media, body, expectedType, expected) => {
    const sent = await post(media, body);
    expect([type(sent), sent.body]).toEqual([expectedType, expected]);
  });

  it("streams", async () => {
    const sent = await post("application/octet-stream", new Blob(["hello"]).stream());
    expect([sent.headers["transfer-encoding"], sent.body]).toEqual(["chunked", "hello"]);
  });

  it("refuses an object", async () => {
    const error = await rejection(post("text/csv", { a: 1 }));
    expect(isUsageError(error)).toBe(true);
    expect(error.message).toBe("getThing: a body of text/csv must be text or binary");
  });
});

describe("which media type", () => {
  it("is the first, or the one that contentType chooses", async () => {
    const types = ["application/json", form];
    expect(type(await post(types, { a: 1 }))).toBe("application/json");
    expect((await post(types, { a: 1 }, form)).body).toBe("a=1");
  });

  it("is the only one, whatever a parameter of the name contentType says", async () => {
    expect(type(await post("application/json", {}, form))).toBe("application/json");
  });

  it("is absent without a body", async () => {
    const sent = await post("application/json", undefined);
    expect([type(sent), sent.body]).toEqual([undefined, ""]);
  });

  it("is absent if the operation takes no body", async () => {
    const { url } = await serve();
    const sent = await plain(createClient({ baseUrl: url }), operation({ method: "POST" }), { body: { a: 1 } });
    expect([type(sent), sent.body]).toEqual([undefined, ""]);
  });
});

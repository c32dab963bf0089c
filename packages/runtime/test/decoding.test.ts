import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { createClient, isDecodeError } from "../src/index.ts";
import { type Detailed, detailed, operation, rejection } from "./call.ts";
import { type Reply, serve } from "./server.ts";

async function get(reply: Reply, details: object = {}): Promise<Detailed> {
  const { url } = await serve(reply);
  return detailed(createClient({ baseUrl: url }), operation(details));
}

const typed = (type: string, body: string, status = 200): Reply => ({
  status,
  headers: { "content-type": type },
  body,
});

describe("a success is decoded by the media type of the response", () => {
  it.each([
    ["application/json", "application/json", '{"a":1}', { a: 1 }],
    [undefined, "application/json; charset=utf-8", "null", null],
    [undefined, "application/hal+json", "[1]", [1]],
    [undefined, "Application/JSON", "false", false],
    ["text/plain", "text/plain", "true", "true"],
    ["text/plain, */*", "text/plain; charset=utf-8", "A=1", "A=1"],
    ["text/html", "text/html", "<p>", "<p>"],
    ["application/xml", "text/xml", "<a/>", "<a/>"],
    ["application/x-www-form-urlencoded", "application/x-www-form-urlencoded", "a=1", "a=1"],
    ["text/csv, application/json", "application/json", "[1]", [1]],
    ["text/csv, application/json", "text/csv", "[1]", "[1]"],
    ["*/*", "application/json", "[1]", [1]],
    ["*/*", "text/plain", "[1]", "[1]"],
    ["*/*", "text/html", "<p>", "<p>"],
  ])("accept %s, response %s", async (accept, type, body, data) => {
    expect(await get(typed(type, body), { accept })).toMatchObject({ ok: true, status: 200, data });
  });

  it.each([
    ["application/octet-stream", "application/octet-stream"],
    ["image/png", "image/png"],
    ["application/pdf, */*", "application/pdf"],
    ["*/*", "application/zip"],
    [
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ],
  ])("accept %s, response %s: a Blob", async (accept, type) => {
    const { data } = await get(typed(type, "bytes"), { accept });
    expect(data).toBeInstanceOf(Blob);
    expect(await (data as Blob).text()).toBe("bytes");
    expect((data as Blob).type).toBe(type);
  });
});

describe("a missing or different content type", () => {
  it.each(["text/plain", "text/html", "application/octet-stream"])("JSON sent as %s is taken", async (type) => {
    expect((await get(typed(type, '{"a":1}'))).data).toEqual({ a: 1 });
  });

  it("JSON without a type is taken, and so is text or bytes where they are expected", async () => {
    expect((await get({ body: '{"a":1}' })).data).toEqual({ a: 1 });
    expect((await get({ body: "[1]" }, { accept: "text/plain" })).data).toBe("[1]");
    expect((await get({ body: "[1]" }, { accept: "image/png" })).data).toBeInstanceOf(Blob);
    expect((await get({ body: "[1" }, { accept: "*/*" })).data).toBe("[1");
  });

  it.each([
    [undefined, "text/html", "<html>", "with text/html where application/json was expected"],
    [undefined, "text/plain", "oops", "with text/plain where application/json was expected"],
    [undefined, "image/png", "oops", "with image/png where application/json was expected"],
    ["text/plain, */*", "text/html", "<html>", "with text/html where text/plain, */* was expected"],
    ["text/plain", "application/json", "{}", "with application/json where text/plain was expected"],
    ["image/png", "text/html", "<html>", "with text/html where image/png was expected"],
    [undefined, "application/json", "{oops", "with malformed application/json where application/json was expected"],
    ["*/*", "application/json", "{oops", "with malformed application/json where */* was expected"],
  ])("accept %s, response %s %s: DecodeError", async (accept, type, body, message) => {
    const error = await rejection(get(typed(type, body, 201), { accept }));
    expect(isDecodeError(error)).toBe(true);
    expect(error).toMatchObject({ name: "DecodeError", status: 201, operationId: "getThing", text: body });
    expect(error.message).toBe(`getThing: responded 201 ${message}`);
  });

  it("is named by the error if it is missing", async () => {
    const error = await rejection(get({ body: "oops" }));
    expect(error.message).toBe("getThing: responded 200 with no content type where application/json was expected");
  });

  it("keeps the text out of all that prints the error, and bounds it", async () => {
    const body = `{"token": "hunter22" ${"x".repeat(1000)}`;
    const error = await rejection(get(typed("application/json", body)));
    expect(error.text).toBe(body.slice(0, 200));
    expect(error.cause).toBeUndefined();
    expect(inspect(error, { showHidden: true }) + JSON.stringify(error) + error.stack).not.toContain("hunter22");
  });
});

describe("an empty body is undefined", () => {
  it.each([
    [204, {}, {}],
    [205, {}, {}],
    [200, { "content-type": "application/json" }, {}],
    [200, { "content-type": "text/plain" }, { accept: "text/plain" }],
    [200, { "content-type": "image/png" }, { accept: "image/png" }],
    [202, {}, {}],
  ])("%i %j", async (status, headers, details) => {
    const result = await get({ status, headers }, details);
    expect(result).toMatchObject({ ok: true, status });
    expect(result.data).toBeUndefined();
    expect(Object.keys(result)).toEqual(["ok", "status", "data"]);
  });

  it("HEAD", async () => {
    const result = await get(typed("application/json", "{}"), { method: "HEAD" });
    expect(result).toMatchObject({ ok: true, status: 200 });
    expect(result.data).toBeUndefined();
  });

  it("304, as a failure", async () => {
    const result = await get({ status: 304 });
    expect(result).toMatchObject({ ok: false, status: 304 });
    expect(result.error).toBeUndefined();
  });
});

describe("an error status is kept, whatever the body", () => {
  it.each([
    ["application/json", '{"a":1}', { a: 1 }],
    ["application/problem+json", '{"title":"x"}', { title: "x" }],
    ["application/json", "{oops", "{oops"],
    ["application/json", "", undefined],
    ["text/html", "<title>x</title>", "<title>x</title>"],
    ["text/plain", "{oops", "{oops"],
  ])("%s %s", async (type, body, error) => {
    const result = await get(typed(type, body, 500));
    expect(result).toMatchObject({ ok: false, status: 500 });
    expect(result.error).toEqual(error);
    expect(Object.keys(result)).toEqual(["ok", "status", "error"]);
  });

  it("without a type", async () => {
    expect((await get({ status: 404, body: '{"a":1}' })).error).toEqual({ a: 1 });
    expect((await get({ status: 404, body: "gone" }, { accept: "image/png" })).error).toBe("gone");
  });

  it("with bytes", async () => {
    expect((await get(typed("image/png", "x", 404), { accept: "image/png" })).error).toBeInstanceOf(Blob);
  });

  it("and a success stays one, whatever the body says", async () => {
    expect(await get({ status: 200, body: { error: "failed", status: 500 } })).toMatchObject({ ok: true, status: 200 });
  });
});

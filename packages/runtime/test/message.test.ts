import { describe, expect, it } from "vitest";
import { createClient } from "../src/index.ts";
import { operation, plain, rejection } from "./call.ts";
import { type Reply, serve } from "./server.ts";

async function message(reply: Reply, details: object = {}): Promise<string> {
  const { url } = await serve(reply);
  return (await rejection(plain(createClient({ baseUrl: url }), operation(details)))).message;
}

const html = { "content-type": "text/html; charset=utf-8" };

describe("the message is the useful sentence of the body", () => {
  it.each([
    ["{ error }", { error: "Invalid credentials" }, "Invalid credentials"],
    [
      "{ error, details: text, code, timestamp }",
      { error: "Not found", details: "No project 7.", code: "nf", timestamp: "2024" },
      "Not found: No project 7.",
    ],
    [
      "{ error, details: fields }",
      { error: "Validation failed", details: { name: ["This field is required."] } },
      "Validation failed: name: This field is required.",
    ],
    [
      "several fields",
      { error: "Validation failed", details: { name: ["Too short.", "Not unique."], email: ["Invalid."] } },
      "Validation failed: name: Too short.; Not unique.; email: Invalid.",
    ],
    ["{ detail }", { detail: "Not found." }, "Not found."],
    [
      "{ detail, code }",
      { detail: "Given token not valid", code: "token_not_valid", messages: [{ message: "expired" }] },
      "Given token not valid",
    ],
    [
      "a map of fields",
      { name: ["This field is required."], non_field_errors: ["Passwords differ."] },
      "name: This field is required.; Passwords differ.",
    ],
    ["a map with a field called title", { title: ["This field is required."] }, "title: This field is required."],
    ["nested fields", { owner: { email: ["Invalid."] } }, "owner: email: Invalid."],
    [
      "{ error, conflicts, message }",
      { error: "Import conflict", conflicts: ["A", "B"], message: "2 variables exist already" },
      "Import conflict: 2 variables exist already",
    ],
    [
      "FastAPI",
      { detail: [{ loc: ["body", "name"], msg: "Field required", type: "missing", input: { a: 1 } }] },
      "body.name: Field required",
    ],
    [
      "FastAPI, several",
      {
        detail: [
          { loc: ["query", 0], msg: "a" },
          { loc: ["body"], msg: "b" },
        ],
      },
      "query.0: a; body: b",
    ],
    [
      "problem details",
      { type: "about:blank", title: "Not Found", detail: "No project 7.", status: 404 },
      "Not Found: No project 7.",
    ],
    [
      "{ errors: [{ message, long_message, code }] }",
      { errors: [{ message: "is invalid", long_message: "Email is invalid.", code: "x", meta: {} }], trace: "t" },
      "Email is invalid.",
    ],
    ["{ errors: [{ message }] }", { errors: [{ message: "a" }, { message: "b" }, { message: "a" }] }, "a; b"],
    ["{ error: { message } }", { error: { code: "x", message: "No such key" } }, "No such key"],
    [
      "OAuth",
      { error: "invalid_grant", error_description: "The code has expired." },
      "invalid_grant: The code has expired.",
    ],
    ["{ message }", { message: "Nope" }, "Nope"],
    ["a list of texts", ["First.", "Second."], "First.; Second."],
    ["a JSON text", '"Just so"', "Just so"],
    ["the same said twice", { error: "Same", message: "Same" }, "Same"],
  ])("%s", async (_, body, sentence) => {
    expect(await message({ status: 422, headers: { "content-type": "application/json" }, body })).toBe(
      `getThing: ${sentence} (422 Unprocessable Entity)`,
    );
  });

  it("the title of an HTML page", async () => {
    const body = "<!doctype html>\n<html><head><title>\n  Server Error (500)\n</title></head><body>x</body>";
    expect(await message({ status: 500, headers: html, body })).toBe(
      "getThing: Server Error (500) (500 Internal Server Error)",
    );
  });

  it("text, in one line", async () => {
    const reply = {
      status: 502,
      headers: { "content-type": "text/plain" },
      body: "upstream\n\n\u001b[31mfailed\u202e",
    };
    expect(await message(reply)).toBe("getThing: upstream [31mfailed (502 Bad Gateway)");
  });
});

describe("where the body says nothing, the message is the status", () => {
  it.each([
    [404, undefined, "404 Not Found"],
    [503, undefined, "503 Service Unavailable"],
    [400, {}, "400 Bad Request"],
    [400, [], "400 Bad Request"],
    [400, { count: 3, ok: false, nothing: null }, "400 Bad Request"],
    [400, "null", "400 Bad Request"],
  ])("%i with %j", async (status, body, expected) => {
    expect(await message({ status, headers: { "content-type": "application/json" }, body })).toBe(
      `getThing: ${expected}`,
    );
  });

  it("HTML without a title", async () => {
    expect(await message({ status: 404, headers: html, body: "<h1>x</h1>" })).toBe("getThing: 404 Not Found");
  });

  it("bytes", async () => {
    expect(await message({ status: 404, headers: { "content-type": "image/png" }, body: "\uFFFDPNG" })).toBe(
      "getThing: 404 Not Found",
    );
  });

  it.each([
    [404, "404 Not Found Error"],
    [429, "429 Rate Limit Error"],
    [503, "503 Internal Server Error"],
    [418, "418 Api Error"],
  ])("%i without a reason phrase, as in HTTP/2", async (status, expected) => {
    const client = createClient({ baseUrl: "https://h", fetch: async () => new Response(null, { status }) });
    expect((await rejection(plain(client, operation()))).message).toBe(`getThing: ${expected}`);
  });
});

describe("the message is bounded", () => {
  it.each([
    ["text", "x".repeat(10_000)],
    ["a title", `<title>${"x".repeat(10_000)}</title>`],
    ["many fields", Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`field${index}`, ["Required."]]))],
  ])("%s", async (_, body) => {
    const text = await message(
      { status: 400, headers: typeof body === "string" ? html : {}, body },
      { id: "operation".repeat(5) },
    );
    expect(text.length).toBeLessThanOrEqual(300);
    expect(text).toMatch(/ \(400 Bad Request\)$/);
  });

  it("a page that never closes its title takes no time", async () => {
    const body = "<title".repeat(500_000);
    expect(await message({ status: 502, headers: html, body })).toBe("getThing: 502 Bad Gateway");
  });

  it("deep nesting hides no status", async () => {
    const body = `${'{"detail":['.repeat(20_000)}"x"${"]}".repeat(20_000)}`;
    const reply = { status: 400, headers: { "content-type": "application/json" }, body };
    expect(await message(reply, { sensitive: ["token"] })).toBe("getThing: 400 Bad Request");
  });
});

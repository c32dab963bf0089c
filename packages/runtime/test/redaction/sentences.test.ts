import { describe, expect, it } from "vitest";
import { basic, createClient } from "../../src/index.ts";
import { operation, plain, rejection } from "../call.ts";
import { errorFor, messageFor, printed, taking } from "./echo.ts";

const registering = operation({ method: "POST", body: "application/json", sensitive: ["password", "value", "tokens"] });

describe("what the server says of a sensitive field is shown", () => {
  it.each([
    [
      "in a list",
      { password: "password" },
      { password: ["This password is too common."] },
      "password: This password is too common.",
    ],
    [
      "as text",
      { password: "x" },
      { password: "This password is too common." },
      "password: This password is too common.",
    ],
    ["of null", { value: null }, { value: ["This field may not be null."] }, "value: This field may not be null."],
    [
      "below details",
      { value: "" },
      { error: "Validation failed", details: { value: ["May not be blank."] } },
      "Validation failed: value: May not be blank.",
    ],
    [
      "as objects",
      { password: "x" },
      { password: [{ message: "Too short.", code: "min_length" }] },
      "password: Too short.",
    ],
    [
      "with the value in it",
      { password: "hunter22" },
      { password: ["hunter22 is too short."] },
      "password: [redacted] is too short.",
    ],
    ["of a boolean", { value: true }, { value: ["Must not be true."] }, "value: Must not be true."],
  ])("%s", async (_, body, said, sentence) => {
    const message = await messageFor(registering, { body }, said);
    expect(message).toBe(`getThing: ${sentence} (400 Bad Request Error)`);
  });
});

describe("values of sensitive fields in the error body are not shown", () => {
  it.each([
    ["as text", { value: "hunter22", key: "A" }, "value: [redacted]; key: A"],
    ["of several words", { value: "correct horse battery" }, "value: [redacted]"],
    ["in a list", { tokens: ["hunter22", "other33"] }, "tokens: [redacted]; [redacted]"],
    ["short ones", { value: "a", key: "Bad key" }, "value: [redacted]; key: Bad key"],
    ["quoted by another field", { error: "no hunter22", value: "hunter22" }, "no [redacted]"],
  ])("%s", async (_, said, sentence) => {
    const message = await messageFor(registering, { body: {} }, said);
    expect(message).toBe(`getThing: ${sentence} (400 Bad Request Error)`);
  });
});

describe("a value of one to three characters", () => {
  it.each([
    ["a", "a value is required, at last"],
    ["1", "at least 1 character, at most 10"],
    ["on", "environment on: an on-call"],
    ["is", "This field is required."],
  ])("%s leaves words alone", async (value, said) => {
    if (value === ":") return;
    expect(await messageFor(taking, { body: { value } }, { error: said })).toBe(
      `getThing: ${said} (400 Bad Request Error)`,
    );
  });

  it.each([
    ["a", `"a" is no value`, `"[redacted]" is no value`],
    ["a", `'a' is no value`, `'[redacted]' is no value`],
    ["1", "not a value: 1", "not a value: [redacted]"],
    ["1", "value=1, no more", "value=[redacted], no more"],
    ["on", "on", "[redacted]"],
    ["z9", "z9 is invalid, z99 too", "[redacted] is invalid, z99 too"],
    ["!", "wrong ! here", "wrong [redacted] here"],
    ["é", "(é)", "([redacted])"],
    ["🔒", "no 🔒 here", "no [redacted] here"],
    ["a", '{"value":"a"}', '{"value":"[redacted]"}'],
    ["a", String.raw`{\"value\":\"a\"}`, String.raw`{\"value\":\"[redacted]\"}`],
  ])("%s is hidden where it stands as a value: %s", async (value, said, shown) => {
    expect(await messageFor(taking, { body: { value } }, { error: said })).toBe(
      `getThing: ${shown} (400 Bad Request Error)`,
    );
  });
});

describe("whatever goes wrong in composing an error, it is that of the status", () => {
  it("a body that cannot be made a sentence of", async () => {
    const error = await errorFor(taking, { body: {} }, { detail: [{ loc: [{ toString: 1 }], msg: "x" }] }, 422);
    expect(error).toMatchObject({ name: "UnprocessableEntityError", status: 422, message: "getThing: 422" });
  });

  it("a value that cannot be looked through", async () => {
    const value = {
      toJSON: () => "hunter22",
      get secret() {
        throw new Error("hunter22");
      },
    };
    const error = await errorFor(taking, { body: { value } }, { error: "no hunter22" }, 409);
    expect(error).toMatchObject({ name: "ConflictError", status: 409 });
    expect(printed(error)).not.toContain("hunter22");
  });
});

it.each([{ entries: "three" }, { entries: [1] }, { entries: null }, { keys: 1, toJSON: 1, get: 1, length: 1 }])(
  "names of methods are names of fields like others: %j",
  async (fields) => {
    const params = { body: { ...fields, value: "hunter22-hunter22" } };
    const message = await messageFor(taking, params, { ...fields, error: "no hunter22-hunter22" });
    expect(message).toMatch(/no \[redacted\].* \(400 Bad Request Error\)$/);
  },
);

it.each(["e", "a", "us", "the"])("a short password of the client garbles no word: %s", async (password) => {
  const fetch = async () => Response.json({ error: `The user is not authorized: ${password}` }, { status: 403 });
  const client = createClient({ baseUrl: "https://h", fetch, auth: basic("A", { username: "u", password }) });
  const { message } = await rejection(plain(client, operation({ security: [["A"]] })));
  expect(message).toBe("getThing: The user is not authorized: [redacted] (403 Permission Denied Error)");
});

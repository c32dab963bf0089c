import { describe, expect, it } from "vitest";
import { createClient, type LogEntry, logger } from "../../src/index.ts";
import { operation, plain } from "../call.ts";
import { errorFor, importing, printed, taking } from "./echo.ts";

/** Digits that differ from each other; no text of a test is as long as that by chance. */
const long = (characters: number, seed = 7) => {
  let state = seed;
  let text = "";
  while (text.length < characters) {
    state = (state * 48_271) % 2_147_483_647;
    text += state.toString(36);
  }
  return text.slice(0, characters);
};
const megabytes = 5_000_000;

describe("values of any size", () => {
  it.each([40_000, 1_000_000, 10_000_000])("of %i characters, in a call with a bad key", async (size) => {
    const value = long(size);
    const error = await errorFor(taking, { body: { value } }, { key: ["Bad key."], sent: [value] });
    expect(error).toMatchObject({
      name: "BadRequestError",
      message: "getThing: key: Bad key.; sent: [redacted] (400 Bad Request Error)",
    });
    expect(printed(error)).not.toContain(value.slice(0, 8));
  });

  it("an import of a file of 100 kB", async () => {
    const file = new File(
      [Array.from({ length: 2_000 }, (_, nth) => `KEY_${nth}=${long(40, nth + 1)}`).join("\n")],
      ".env",
    );
    const error = await errorFor(importing, { body: { file } }, { error: "Conflict", conflicts: ["KEY_1"] }, 409);
    expect(error).toMatchObject({ name: "ConflictError", message: "getThing: Conflict (409 Conflict Error)" });
  });

  it("a logger lets a successful call succeed", async () => {
    const value = long(40_000);
    const entries: LogEntry[] = [];
    const hooks = logger({ level: "debug", log: (entry) => entries.push(entry) });
    const op = operation({ method: "POST", body: "application/json", sensitive: ["value"] });
    const client = createClient({
      baseUrl: "https://h",
      hooks,
      fetch: async () => Response.json({ value, said: value }),
    });
    expect(await plain(client, op, { body: { value } })).toMatchObject({ value });
    expect(entries).toHaveLength(2);
    expect(JSON.stringify(entries)).not.toContain(value.slice(0, 8));
  });

  it("900 values, and an error body of 5 MB that quotes them", async () => {
    const values = Array.from({ length: 900 }, (_, nth) => long(megabytes / 900, nth + 1));
    const error = await errorFor(
      taking,
      { body: { list: values.map((value) => ({ value })) } },
      { error: values.join(", ") },
    );
    for (const value of values) expect(printed(error)).not.toContain(value.slice(0, 8));
  }, 20_000);

  it("a file of 5 MB that the server quotes as a whole", async () => {
    const text = Array.from({ length: 100_000 }, (_, nth) => `KEY_${nth}=${long(38, nth + 1)}`).join("\n");
    const error = await errorFor(importing, { body: { file: new File([text], ".env") } }, { error: text }, 409);
    expect(error).toMatchObject({ name: "ConflictError" });
    for (const line of text.split("\n").slice(0, 100)) expect(printed(error)).not.toContain(line.split("=")[1]);
  }, 20_000);

  it.each([
    ["lines of white space", `k=${" ".repeat(1_000)}\n`, "k= "],
    ["words far from each other", `abcd${" ".repeat(5_000)}`, "abcd "],
  ])(
    "a file of 5 MB that repeats itself: %s",
    async (_, line, said) => {
      const file = new File([line.repeat(megabytes / line.length)], ".env");
      const error = await errorFor(importing, { body: { file } }, { error: said.repeat(300) });
      expect(error).toMatchObject({ name: "BadRequestError" });
    },
    20_000,
  );

  it.each([
    [
      "a text and values that repeat themselves",
      Array.from({ length: 900 }, (_, nth) => `${"a".repeat(5_000 + nth)}b`),
    ],
    ["white space", [" ".repeat(megabytes)]],
    ["escapes", ["%25".repeat(1_000_000)]],
  ])(
    "%s",
    async (_, values) => {
      const error = await errorFor(taking, { body: { value: values } }, { error: "a".repeat(megabytes) });
      expect(error).toMatchObject({ name: "BadRequestError" });
    },
    20_000,
  );

  it("a repetitive file that the server echoes", async () => {
    const text = "1000, ".repeat(800_000);
    const error = await errorFor(importing, { body: { file: new File([text], "a") } }, { error: text }, 409);
    expect(error).toMatchObject({ name: "ConflictError" });
    expect(printed(error)).not.toContain("1000");
  }, 20_000);
});

import { serializeArrayParam, serializeObjectParam } from "openapi-fetch";
import { describe, expect, it } from "vitest";

// What src/serialize-styles.ts relies on. If a version breaks this, the layouts are to be written there.
const raw = { allowReserved: true } as const;

describe("serializeArrayParam", () => {
  it.each([
    ["form", true, "n=a%20&n=b"],
    ["form", false, "n=a%20,b"],
    ["spaceDelimited", false, "n=a%20%20b"],
    ["pipeDelimited", false, "n=a%20|b"],
    ["simple", false, "a%20,b"],
    ["label", false, ".a%20,b"],
    ["label", true, ".a%20.b"],
    ["matrix", false, ";n=a%20,b"],
    ["matrix", true, ";n=a%20;n=b"],
  ] as const)("lays out %s, explode %s, and leaves encoded values alone", (style, explode, text) => {
    expect(serializeArrayParam("n", ["a%20", "b"], { ...raw, style, explode })).toBe(text);
  });
});

describe("serializeObjectParam", () => {
  it.each([
    ["form", true, "a=1&b=%20"],
    ["form", false, "n=a,1,b,%20"],
    ["deepObject", true, "n[a]=1&n[b]=%20"],
    ["simple", false, "a,1,b,%20"],
    ["simple", true, "a=1,b=%20"],
    ["label", true, ".a=1.b=%20"],
    ["matrix", false, ";n=a,1,b,%20"],
    ["matrix", true, ";a=1;b=%20"],
  ] as const)("lays out %s, explode %s, and leaves encoded values alone", (style, explode, text) => {
    expect(serializeObjectParam("n", { a: "1", b: "%20" }, { ...raw, style, explode })).toBe(text);
  });
});

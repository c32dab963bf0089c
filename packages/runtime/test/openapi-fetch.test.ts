import { serializeArrayParam } from "openapi-fetch";
import { describe, expect, it } from "vitest";

// What src/serialize.ts relies on. If a version breaks this, the serializer is to be replaced there.
describe("serializeArrayParam", () => {
  it.each([
    ["form", true, "n=a&n=%26"],
    ["form", false, "n=a,%26"],
    ["spaceDelimited", false, "n=a%20%26"],
    ["pipeDelimited", false, "n=a|%26"],
    ["simple", true, "a,%26"],
    ["simple", false, "a,%26"],
    ["label", true, ".a.%26"],
    ["label", false, ".a,%26"],
    ["matrix", true, ";n=a;n=%26"],
    ["matrix", false, ";n=a,%26"],
  ])("lays out style %s with explode %s, and leaves encoded text alone", (style, explode, expected) => {
    const options = { style, explode, allowReserved: true } as never;
    expect(serializeArrayParam("n", ["a", "%26"], options)).toBe(expected);
  });
});

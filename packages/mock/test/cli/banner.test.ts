import { expect, test } from "vitest";
import { banner, wantsColour } from "../../src/cli/banner.ts";

const mock = { url: "http://127.0.0.1:1", operationCount: 3 };

test("is coloured for a terminal only, unless NO_COLOR is set", () => {
  expect(wantsColour({ isTTY: true }, {})).toBe(true);
  expect(wantsColour({ isTTY: true }, { NO_COLOR: "1" })).toBe(false);
  expect(wantsColour({}, {})).toBe(false);
});

test("says the same with and without colour", () => {
  const esc = String.fromCharCode(27);
  expect(banner(mock, false)).not.toContain(esc);
  expect(banner(mock, true)).toContain(esc);
  expect(banner(mock, true).replaceAll(new RegExp(`${esc}\\[\\d+m`, "g"), "")).toBe(banner(mock, false));
});

import { expect, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };
import { checkNode } from "../src/check-node.ts";
import { isMockError } from "../src/mock-error.ts";

test.each(["20.19.0", "22.23.3", "24.17.9"])("refuses Node %s as too old", (version) => {
  const check = () => checkNode(version);
  expect(check).toThrow(`The mock server needs Node.js 24.18 or later; this is ${version}.`);
  expect(check).toThrow(expect.toSatisfy(isMockError));
});

test.each(["24.18.0", "24.21.0", "25.0.0", "26.10.0"])("accepts Node %s", (version) => {
  expect(() => checkNode(version)).not.toThrow();
});

test("the oldest version is that of package.json", () => {
  const oldest = packageJson.engines.node.replace(">=", "");
  const [major, minor] = oldest.split(".").map(Number);
  expect(() => checkNode(oldest)).not.toThrow();
  expect(() => checkNode(`${major}.${Number(minor) - 1}.0`)).toThrow();
});

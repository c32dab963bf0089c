import { MockError } from "./mock-error.ts";

/** The version in `engines` of package.json, about which npm and npx only warn. */
const OLDEST = [24, 18] as const;

/**
 * On an older Node.js, Prism loads but does not work: each response would be a 500.
 *
 * @throws {MockError} if Node.js is too old
 */
export function checkNode(version: string = process.versions.node): void {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new MockError(
    "node-too-old",
    `The mock server needs Node.js ${OLDEST.join(".")} or later; this is ${version}.`,
  );
}

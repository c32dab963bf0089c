import { MockError } from "./mock-error.ts";

/** As `engines` in package.json has it, which npm and npx only warn of. */
const OLDEST = [24, 18] as const;

/**
 * Older ones answer each request with 500, as Prism loads there but does not work.
 *
 * @throws MockError when this is an older Node.js than the package runs on
 */
export function checkNode(version: string = process.versions.node): void {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new MockError(
    "node-too-old",
    `The mock server needs Node.js ${OLDEST.join(".")} or later; this is ${version}.`,
  );
}

import { ownProperties } from "../own-properties.ts";
import type { Change, DiffOptions } from "./change.ts";

/**
 * Compares the meaning of two descriptions: requests, responses, and names in the client. Equivalent spellings (`$ref`,
 * `allOf`, order, OpenAPI 3.0 or 3.1) are equal.
 *
 * @param base - path or http(s) URL of the description as it was, in YAML or JSON
 * @param head - path or http(s) URL of the description as it is
 * @param options - the texts of the changes
 * @returns the changes, most severe first; empty for descriptions that mean the same
 * @throws {GenerateError} if one of them cannot be read or is invalid
 */
export async function diffDescriptions(
  base: string,
  head: string,
  options: DiffOptions = {},
): Promise<readonly Change[]> {
  const { module = "./client.js" } = ownProperties(options);
  // Loaded only here, so that generating does not pay for it.
  const { compareSides } = await import("./compare/compare-sides.ts");
  const { readSide } = await import("./side.ts");
  return compareSides(await readSide(base), await readSide(head), module);
}

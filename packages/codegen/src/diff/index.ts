import { ownProperties } from "../own-properties.ts";
import type { Change, Comparison, DiffOptions } from "./change.ts";

/**
 * Compares the meaning of two descriptions: what callers can send, what they get, and what the client calls it. A
 * description that is only written otherwise (`$ref`, `allOf`, order, names of components, OpenAPI 3.0 or 3.1) is equal.
 *
 * @param base Path or http(s) URL of the description as it was, in YAML or JSON.
 * @param head Path or http(s) URL of the description as it is.
 * @param options What the texts need to know.
 * @returns The changes, the gravest first; none for descriptions that mean the same.
 * @throws {GenerateError} When one of them cannot be read or understood.
 */
export async function diffDescriptions(
  base: string,
  head: string,
  options: DiffOptions = {},
): Promise<readonly Change[]> {
  return (await compareDescriptions(base, head, options)).changes;
}

/**
 * The same as {@link diffDescriptions}, with the types that go by other names now.
 *
 * @throws {GenerateError} When one of them cannot be read or understood.
 */
export async function compareDescriptions(base: string, head: string, options: DiffOptions = {}): Promise<Comparison> {
  // Who only generates does not load any of it.
  const { compare } = await import("./compare.ts");
  return compare(base, head, ownProperties(options));
}

import { isBinary, tagOf } from "../operation/bodies/binary.ts";
import { textOfBytes } from "./bytes.ts";
import { hideAnywhere } from "./hide-anywhere.ts";
import { isSentence } from "./is-sentence.ts";
import type { Hide } from "./shown.ts";

/** The result of {@link findSecrets}. */
export interface FoundSecrets {
  readonly secrets: readonly string[];
  /** Hides these secrets, the values in files, and further secrets. */
  readonly hide: Hide;
}

/**
 * Finds the values of the named properties at any depth, and everything inside of them; in files, everything that may be a
 * value. An operation has it as `findSecrets` if it has sensitive properties, so that other bundles contain neither this
 * function nor `hideAnywhere`.
 *
 * It does not recurse, because bodies may nest deeply.
 *
 * @param names - the properties; `*` is the whole body
 * @param isSaid - whether the value comes from a server: its sentences are about the properties, not values of them
 */
export async function findSecrets(
  value: unknown,
  names: readonly string[] = [],
  isSaid = false,
): Promise<FoundSecrets> {
  const secrets: string[] = [];
  const files: string[] = [];
  const queue: [value: unknown, isSecret: boolean, inList: boolean][] = [[value, false, false]];
  // Parameters that the operation does not send may be circular.
  const seen = { asSecret: new Set<unknown>(), asOther: new Set<unknown>() };
  for (const [item, isSecret, inList] of queue) {
    if (isBinary(item)) {
      if (isSecret) files.push(await textOf(item));
    } else if (typeof item === "object" && item !== null) {
      const before = isSecret ? seen.asSecret : seen.asOther;
      if (before.has(item)) continue;
      before.add(item);
      // For example dates, which become text.
      const { toJSON } = item as { toJSON?: unknown };
      if (isSecret && typeof toJSON === "function") queue.push([toJSON.call(item), true, inList]);
      const entries = / (FormData|URLSearchParams|Map)]/.test(tagOf(item))
        ? (item as FormData).entries()
        : Object.entries(item);
      for (const [name, inner] of entries) {
        const isNamed = names.includes(`${name}`) || (name === "body" && names.includes("*"));
        queue.push([inner, isSecret || isNamed, Array.isArray(item)]);
      }
    } else if (isSecret && /string|number|bigint/.test(typeof item) && !(isSaid && isSentence(`${item}`, inList))) {
      secrets.push(`${item}`);
      // The content of a file may be a string.
      if (names.includes("*") || /[\r\n]/.test(`${item}`)) files.push(`${item}`);
    }
  }
  return { secrets, hide: (text, more, atMost) => hideAnywhere(text, [...secrets, ...more], atMost, files, names) };
}

/** The text of a binary body. A stream can be read once, so it counts as empty here. */
async function textOf(body: unknown): Promise<string> {
  if (tagOf(body).includes("ReadableStream")) return "";
  return textOfBytes(new Uint8Array(await new Response(body as Blob).arrayBuffer()));
}

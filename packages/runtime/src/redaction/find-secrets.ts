import { isBinary, tagOf } from "../operation/bodies/binary.ts";
import { textOfBytes } from "./bytes.ts";
import { hideAnywhere } from "./hide-anywhere.ts";
import { isSentence } from "./is-sentence.ts";
import type { Hide } from "./shown.ts";

/** What {@link findSecrets} found. */
export interface FoundSecrets {
  readonly secrets: readonly string[];
  /** Hides them, what is in files, and further secrets. */
  readonly hide: Hide;
}

/**
 * Finds the values of the named properties, at any depth, and all that is inside of them; of a file, whatever may be a
 * value. An operation carries it as `findSecrets` if it has sensitive properties, so that bundles of others go without it
 * and without what hides so many.
 *
 * Not by recursion, for bodies nest as deep as they like.
 *
 * @param names - the properties; `*` stands for the body as a whole
 * @param isSaid - the value is what a server says: sentences are about the properties, and not values of them
 */
export async function findSecrets(
  value: unknown,
  names: readonly string[] = [],
  isSaid = false,
): Promise<FoundSecrets> {
  const secrets: string[] = [];
  const files: string[] = [];
  const queue: [value: unknown, isSecret: boolean, inList: boolean][] = [[value, false, false]];
  // Parameters that are not sent may be circular.
  const seen = { asSecret: new Set<unknown>(), asOther: new Set<unknown>() };
  for (const [item, isSecret, inList] of queue) {
    if (isBinary(item)) {
      if (isSecret) files.push(await textOf(item));
    } else if (typeof item === "object" && item !== null) {
      const before = isSecret ? seen.asSecret : seen.asOther;
      if (before.has(item)) continue;
      before.add(item);
      // Such as dates, which are written as text.
      const { toJSON } = item as { toJSON?: unknown };
      if (isSecret && typeof toJSON === "function") queue.push([toJSON.call(item), true, inList]);
      const entries = (item as FormData).entries?.() ?? Object.entries(item);
      for (const [name, inner] of entries) {
        const isNamed = names.includes(`${name}`) || (name === "body" && names.includes("*"));
        queue.push([inner, isSecret || isNamed, Array.isArray(item)]);
      }
    } else if (isSecret && /string|number|bigint/.test(typeof item) && !(isSaid && isSentence(`${item}`, inList))) {
      secrets.push(`${item}`);
      // The text of a file, too, is given as a string.
      if (names.includes("*") || /[\r\n]/.test(`${item}`)) files.push(`${item}`);
    }
  }
  return { secrets, hide: (text, more, atMost) => hideAnywhere(text, [...secrets, ...more], atMost, files, names) };
}

/** Streams can be read only once, and not here. */
async function textOf(body: unknown): Promise<string> {
  if (tagOf(body).includes("ReadableStream")) return "";
  return textOfBytes(new Uint8Array(await new Response(body as Blob).arrayBuffer()));
}

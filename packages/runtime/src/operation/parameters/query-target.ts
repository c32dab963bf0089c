import type { Operation, Target } from "../operation.ts";
import { own, textOf, toPlain } from "../values.ts";

/** Texts, numbers, and lists of them in the usual style, in the query: all that operations without path parameters have. */
export function queryTarget({ path, query = [] }: Operation, params: object): Target {
  let target = path;
  let mark = "?";
  for (const name of query as string[]) {
    for (const text of textsOf(name, own(params, name))) {
      target += `${mark}${encodeURIComponent(name)}=${text}`;
      mark = "&";
    }
  }
  return { target };
}

/** @returns each item of a list, or the one value, percent-encoded; null and undefined are left out */
export function textsOf(name: string, value: unknown): string[] {
  const texts = [];
  for (const item of Array.isArray(value) ? value : [value]) {
    if (item != null) texts.push(encodeURIComponent(textOf(name, toPlain(item))));
  }
  return texts;
}

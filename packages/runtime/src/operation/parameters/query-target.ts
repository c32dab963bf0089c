import type { Operation, Target } from "../operation.ts";
import { own, textOf, toPlain } from "../values.ts";

/** Writes texts, numbers, and lists of them in the default style, into the query; for operations without path parameters. */
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

/** @returns the items of a list, or the single value, percent-encoded; null and undefined are omitted */
export function textsOf(name: string, value: unknown): string[] {
  const texts = [];
  for (const item of Array.isArray(value) ? value : [value]) {
    if (item != null) texts.push(encodeURIComponent(textOf(name, toPlain(item))));
  }
  return texts;
}

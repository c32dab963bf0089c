import { propertyKey, quote } from "../typescript/code.ts";

/** A value in a program: code, an object, or a list. */
export type Literal =
  | { readonly code: string }
  | { readonly items: readonly Literal[] }
  | { readonly entries: readonly (readonly [name: string, value: Literal])[] };

/** Maximum width of examples, which is narrower than code because a page has sidebars. */
export const EXAMPLE_WIDTH = 80;

/** Invisible characters, some of which change the direction of text. */
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** Returns a text as a string literal without invisible characters. */
export function textCode(text: string): string {
  return quote(text).replace(UNSEEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/**
 * Prints a call or a declaration, on one line if it fits.
 *
 * @param start - code before the arguments, such as `await getNote(`
 * @param end - code after the arguments, such as `);`
 */
export function printCall(start: string, args: readonly Literal[], end: string): string {
  const line = `${start}${args.map(flat).join(", ")}${end}`;
  if (line.length <= EXAMPLE_WIDTH) return line;
  // Break only the last argument, with its braces on the lines of the call.
  const last = args.at(-1);
  if (!last || "code" in last) return line;
  const others = args.slice(0, -1).map((one) => `${flat(one)}, `);
  return `${start}${others.join("")}${print(last)}${end}`;
}

/** Prints a value on one line of any length. */
export function flat(literal: Literal): string {
  if ("code" in literal) return literal.code;
  if ("items" in literal) return `[${literal.items.map(flat).join(", ")}]`;
  if (literal.entries.length === 0) return "{}";
  return `{ ${literal.entries.map(([name, value]) => `${propertyName(name)}: ${flat(value)}`).join(", ")} }`;
}

function print(literal: Literal, indent = ""): string {
  if ("code" in literal) return literal.code;
  const inner = `${indent}  `;
  const fit = (value: Literal, before: number): string => {
    const line = flat(value);
    return inner.length + before + line.length < EXAMPLE_WIDTH ? line : print(value, inner);
  };
  const isList = "items" in literal;
  const lines = isList
    ? literal.items.map((item) => fit(item, 0))
    : literal.entries.map(([name, value]) => {
        const key = `${propertyName(name)}: `;
        return key + fit(value, key.length);
      });
  const [open, close] = isList ? "[]" : "{}";
  if (lines.length === 0) return `${open}${close}`;
  return `${open}\n${lines.map((line) => `${inner}${line},\n`).join("")}${indent}${close}`;
}

/** In an object literal, `__proto__` is a property only if it is computed. */
function propertyName(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return propertyKey(name) === name ? name : textCode(name);
}

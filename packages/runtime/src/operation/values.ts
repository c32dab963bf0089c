import { UsageError } from "../errors/usage-error.ts";

/** Reads an own property. Inherited ones, such as `constructor`, are not arguments. */
export function own(params: object, name: string): unknown {
  return Object.hasOwn(params, name) ? params[name as keyof object] : undefined;
}

/** Converts an object to plain data as JSON does: dates become ISO text, and `toJSON` is honoured. */
export function toPlain(value: unknown): unknown {
  return typeof value === "object" ? JSON.parse(JSON.stringify(value)) : value;
}

/** Converts a parameter to text. @throws {UsageError} if it is an object, a list in a list or a function */
export function textOf(name: string, value: unknown): string {
  if (/object|function/.test(typeof value)) throw new UsageError(`"${name}" has a value that cannot be sent`);
  return `${value}`;
}

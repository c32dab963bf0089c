import { UsageError } from "../errors/usage-error.ts";

/** Inherited names such as `constructor` are no arguments. */
export function own(params: object, name: string): unknown {
  return Object.hasOwn(params, name) ? params[name as keyof object] : undefined;
}

/** As JSON has it: dates become ISO text, and so does everything that says so itself. */
export function toPlain(value: unknown): unknown {
  return typeof value === "object" ? JSON.parse(JSON.stringify(value)) : value;
}

/** @throws UsageError if the value is nested, where only text and the like can be sent */
export function textOf(name: string, value: unknown): string {
  if (/object|function/.test(typeof value)) throw new UsageError(`"${name}" holds a value that cannot be sent`);
  return `${value}`;
}

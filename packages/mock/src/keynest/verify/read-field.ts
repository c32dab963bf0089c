/** Reads a field of any value. @returns undefined when there is none */
export function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** Reads an ID. @returns undefined when there is none that can be in a path */
export function idOf(value: unknown, name: string = "id"): string | number | undefined {
  const id = field(value, name);
  return (typeof id === "string" && id !== "") || typeof id === "number" ? id : undefined;
}

/** Reads a text. @returns undefined when there is none, or it is empty */
export function textOf(value: unknown, name: string): string | undefined {
  const text = field(value, name);
  return typeof text === "string" && text !== "" ? text : undefined;
}

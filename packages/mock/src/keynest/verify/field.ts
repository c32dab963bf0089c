/** A field of an answer, whatever the answer is. */
export function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** An ID in an answer; undefined where there is none that can stand in a path. */
export function idOf(value: unknown, name: string = "id"): string | number | undefined {
  const id = field(value, name);
  return (typeof id === "string" && id !== "") || typeof id === "number" ? id : undefined;
}

/** A text in an answer. */
export function textOf(value: unknown, name: string): string | undefined {
  const text = field(value, name);
  return typeof text === "string" && text !== "" ? text : undefined;
}

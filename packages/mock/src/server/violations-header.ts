import type { Violation } from "../contract/violations.ts";

/** The header that Prism lists violations in: JSON in ASCII, short enough for the header limits of clients. */
export function violationsHeader(violations: readonly Violation[]): Record<string, string> {
  if (violations.length === 0) return {};
  const shown = violations.map(({ location, severity, code, message }) => ({ location, severity, code, message }));
  const json = JSON.stringify(shown).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return { "sl-violations": json.length > 8000 ? `Too many violations! ${json.slice(0, 8000)}` : json };
}

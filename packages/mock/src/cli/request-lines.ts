import { styleText } from "node:util";
import type { RecordedRequest } from "../server/request-record.ts";
import { printable, queryText } from "./printable.ts";

/** Writes a line for a request, and one for each violation. */
export function requestLines(request: RecordedRequest, colour: boolean): string {
  const { operationId, method, path, query, status, ms, violations } = request;
  const style = (format: "red" | "green" | "yellow" | "dim", text: string): string =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  const tint = status === undefined || status >= 500 ? "red" : status >= 400 ? "yellow" : "green";
  const head = `${style(tint, `${status ?? "---"}`)} ${method} ${path}${queryText(query)}`;
  const tail = style("dim", `${operationId ?? "no operation"}, ${Math.round(ms ?? 0)} ms`);
  const wrong = violations.map(
    ({ location, message }) => `    ${style("red", printable(location.join(".")))}: ${printable(message)}\n`,
  );
  return [`${head}  ${tail}\n`, ...wrong].join("");
}

/** Writes the same as one line of JSON. */
export function jsonLine(request: RecordedRequest): string {
  const { operationId, method, path, query, status, ms, violations } = request;
  const shown = violations.map(({ location, severity, message }) => ({ location, severity, message }));
  const time = new Date().toISOString();
  return `${JSON.stringify({ time, operationId, method, path, query, status, ms: Math.round(ms ?? 0), violations: shown })}\n`;
}

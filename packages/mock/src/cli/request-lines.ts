import { styleText } from "node:util";
import { REDACTED } from "../contract/sensitive.ts";
import type { RecordedRequest } from "../server/recorder.ts";

/** A line for a request, and one for each violation. */
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

/** The same as one line of JSON. */
export function jsonLine(request: RecordedRequest): string {
  const { operationId, method, path, query, status, ms, violations } = request;
  const shown = violations.map(({ location, severity, message }) => ({ location, severity, message }));
  const time = new Date().toISOString();
  return `${JSON.stringify({ time, operationId, method, path, query, status, ms: Math.round(ms ?? 0), violations: shown })}\n`;
}

/** A violation may quote what was sent, and a terminal obeys control characters. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => JSON.stringify(character).slice(1, -1));
}

function queryText(query: RecordedRequest["query"]): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  return pairs.length > 0 ? `?${new URLSearchParams(pairs).toString().replaceAll("%5Bredacted%5D", REDACTED)}` : "";
}

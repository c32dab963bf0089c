import { styleText } from "node:util";
import { printable, queryText } from "../cli/printable.ts";
import type { ExchangeReport } from "./check-exchange.ts";

/** Writes a line for an exchange, one for each violation, and one for each part that was not checked. */
export function exchangeLines(report: ExchangeReport, ms: number, colour: boolean): string {
  const { operationId, method, path, query, status, violations, notChecked } = report;
  const style = (format: "red" | "green" | "yellow" | "dim", text: string): string =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  const tint = status === undefined || status >= 500 ? "red" : status >= 400 ? "yellow" : "green";
  const head = `${style(tint, String(status ?? "---"))} ${method} ${printable(path)}${queryText(query)}`;
  const tail = style("dim", `${operationId ?? "no operation"}, ${Math.round(ms)} ms`);
  return [
    `${head}  ${tail}\n`,
    ...violations.map(
      ({ side, place, message }) =>
        `    ${style("red", `✗ ${side}`)} ${printable(place ? `${place}: ${message}` : message)}\n`,
    ),
    ...notChecked.map((reason) => `    ${style("yellow", "!")} ${printable(reason)}\n`),
  ].join("");
}

/** Writes the same as one line of JSON. */
export function exchangeJson(report: ExchangeReport, ms: number): string {
  return `${JSON.stringify({ time: new Date().toISOString(), ...report, ms: Math.round(ms) })}\n`;
}

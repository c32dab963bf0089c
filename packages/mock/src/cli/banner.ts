import { styleText } from "node:util";
import { faults } from "../server/faults.ts";
import type { Mock } from "../server/mock.ts";
import type { BannerLine } from "./default-api.ts";

/** Writes what the command prints when the mock is up. */
export function banner(
  mock: Pick<Mock, "url" | "operationCount">,
  colour: boolean,
  more: readonly BannerLine[] = [],
): string {
  const style = (format: "bold" | "cyan" | "dim", text: string): string =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  const line = (label: string, text: string): string => `  ${style("dim", label.padEnd(12))}${text}\n`;
  return [
    `\n${style("bold", "The mock server is up.")}\n\n`,
    line("URL", style("cyan", mock.url)),
    line("Operations", String(mock.operationCount)),
    ...more.map(([label, text]) => line(label, text)),
    line("A status", "send the header Prefer: code=404"),
    line("An example", "send the header Prefer: example=<name>"),
    line("A fault", `send the header Prefer: fault=<${faults.join("|")}>`),
    line("Stop", "Ctrl-C"),
    "\n",
  ].join("");
}

/** Whether to use colour: on a terminal, unless `NO_COLOR` is set (https://no-color.org). */
export function wantsColour(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  return Boolean(stream.isTTY) && !env.NO_COLOR;
}

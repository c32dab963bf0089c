import { readFileSync } from "node:fs";
import { UsageError } from "../index.ts";

/**
 * Returns the text of a PEM, which is given as text or as the path of a file.
 *
 * @param option - name of the option, for the error
 * @param label - what the PEM must contain, as in its `BEGIN` line
 * @throws {UsageError} if there is no such PEM; the message names the option and the file, and quotes no content
 */
export function readPem(option: string, value: string, label: string): string {
  const begins = new RegExp(`-----BEGIN [A-Z0-9 ]*${label}-----`);
  const isText = value.includes("-----BEGIN");
  // The value may be a secret by mistake, such as a key without its first line.
  const source = isText || /[\r\n]/.test(value) || value.length > 255 ? "what was given" : value;
  const text = isText ? value : readFile(option, value, source);
  if (begins.test(text)) return text;
  throw new UsageError(`${option}: ${source} is not a PEM with a ${label}`);
}

function readFile(option: string, path: string, source: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError(`${option}: cannot read ${source} (${(error as NodeJS.ErrnoException).code})`);
  }
}

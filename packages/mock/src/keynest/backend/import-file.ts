import { createRequire } from "node:module";
import { errorPosition } from "../../server/read-request.ts";
import type { UploadedFile } from "./body.ts";
import { EnvFileError, parseEnvFile } from "./env-file.ts";

/**
 * Reads the variables of an uploaded file. Its name determines the format: `.json`, `.yaml` or `.yml`, else `.env`.
 *
 * @returns the values by key; only strings can be stored
 * @throws {EnvFileError} if the file cannot be read
 */
export function readVariables({ name, bytes }: UploadedFile): Map<string, unknown> {
  const text = decode(bytes);
  if (/\.json$/i.test(name)) return flat("JSON", () => JSON.parse(text, asWritten));
  // Scalars stay as they are written, as in JSON. Warnings are off, because they quote the file on standard error.
  if (/\.ya?ml$/i.test(name)) return flat("YAML", () => yaml().parse(text, { schema: "failsafe", logLevel: "error" }));
  return parseEnvFile(text);
}

/** Keeps numbers as they are written: version 1.10 does not become 1.1, and an ID keeps its twenty digits. */
const asWritten = (_key: string, value: unknown, context?: { source?: string }): unknown =>
  typeof value === "number" ? context?.source : value;

/** Loads YAML when first needed, because that takes longer than everything else here. */
function yaml(): typeof import("yaml") {
  return createRequire(import.meta.url)("yaml");
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new EnvFileError("The file is not UTF-8 text.");
  }
}

function flat(format: string, parse: () => unknown): Map<string, unknown> {
  let value: unknown;
  try {
    value = parse();
  } catch (error) {
    const place = errorPosition(error);
    throw new EnvFileError(`The file is not ${format}${place ? `: ${place}` : ""}.`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new EnvFileError(`The ${format} file must hold keys with values.`);
  }
  return new Map(Object.entries(value).map(([key, one]) => [key, typeof one === "boolean" ? String(one) : one]));
}

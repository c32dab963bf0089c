import { createRequire } from "node:module";
import { placeOf } from "../../server/read-request.ts";
import type { UploadedFile } from "./body.ts";
import { EnvFileError, parseEnvFile } from "./env-file.ts";

/**
 * Reads the variables of an uploaded file, whose name tells the format: `.json`, `.yaml` or `.yml`, else `.env`.
 *
 * @returns the values by key; what is no string is nothing that can be stored
 * @throws EnvFileError
 */
export function readVariables({ name, bytes }: UploadedFile): Map<string, unknown> {
  const text = decode(bytes);
  if (/\.json$/i.test(name)) return flat("JSON", () => JSON.parse(text, asWritten));
  // All scalars as they are written here, too. And no warnings, which quote the file on standard error.
  if (/\.ya?ml$/i.test(name)) return flat("YAML", () => yaml().parse(text, { schema: "failsafe", logLevel: "error" }));
  return parseEnvFile(text);
}

/** Keeps numbers as they are written: a version 1.10 stays one, and an ID of twenty digits loses none. */
const asWritten = (_key: string, value: unknown, context?: { source?: string }): unknown =>
  typeof value === "number" ? context?.source : value;

/** Loaded when first needed, since it takes longer to load than all else here. */
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
    const place = placeOf(error);
    throw new EnvFileError(`The file is not ${format}${place ? `: ${place}` : ""}.`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new EnvFileError(`The ${format} file must hold keys with values.`);
  }
  return new Map(Object.entries(value).map(([key, one]) => [key, typeof one === "boolean" ? String(one) : one]));
}

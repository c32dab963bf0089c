import type { Media } from "../model/media.ts";
import { quote } from "../typescript/code.ts";
import type { ModuleImports } from "./module-imports.ts";

/** Returns the type of a response body, after the runtime has decoded it. */
export function responseType(media: readonly Media[], id: string, imports: ModuleImports): string {
  if (media.length === 0) return "undefined";
  return union(media.map((one) => (isDecoded(one) ? schemaType(one, id, imports) : rawType(one))));
}

/** Whether the decoded body has the type of its schema. */
function isDecoded({ kind }: Media): boolean {
  return kind === "json" || kind === "any";
}

function rawType({ kind }: Media): string {
  return kind === "text" || kind === "form" ? "string" : "Blob";
}

/** Returns the type of a request body, before the runtime encodes it. */
export function bodyType(media: Media, id: string, required: boolean, imports: ModuleImports): string {
  if (media.kind === "text") return "string";
  if (media.kind === "binary") return imports.runtimeType("BinaryBody");
  if (!media.hasSchema && !isDecoded(media)) return "Record<string, unknown>";
  return schemaType(media, id, imports, !required);
}

/** Refers to a schema by the name of its component, or by its path in the openapi module. */
function schemaType(media: Media, id: string, imports: ModuleImports, optional = false): string {
  if (!media.hasSchema) return "unknown";
  const name = media.schemaName === undefined ? undefined : imports.schema(media.schemaName);
  if (name !== undefined) return name;
  const [first = "", ...rest] = media.typePath;
  const start = `${imports.openapi("operations")}[${quote(id)}][${quote(first)}]`;
  return (optional ? `NonNullable<${start}>` : start) + rest.map((key) => `[${index(key)}]`).join("");
}

/** A status code is a numeric property. */
function index(key: string): string {
  return /^[1-5]\d\d$/.test(key) ? key : quote(key);
}

/** Returns a union of the types, without duplicates. */
export function union(types: readonly string[]): string {
  return [...new Set(types)].join(" | ");
}

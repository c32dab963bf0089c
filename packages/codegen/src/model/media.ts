import { componentName, dereference, type MediaType, type OpenApiDocument, type Schema } from "../document/openapi.ts";

/** How a body of a media type is handled: what it is in the program. */
export type MediaKind = "json" | "form" | "multipart" | "text" | "binary" | "any";

/** One media type of a request or response body. */
export interface Media {
  /** The media type as the description writes it. */
  readonly type: string;
  readonly kind: MediaKind;
  readonly schema: Schema | undefined;
  /** Name of the component schema, where the schema is just a reference to one. */
  readonly schemaName: string | undefined;
  readonly hasSchema: boolean;
  /** Where its type stands within `operations[id]` of the openapi module. */
  readonly typePath: readonly string[];
  /** As the description has it. */
  readonly node: MediaType;
}

/** Sorts a media type by its name; parameters such as `charset` do not count. The runtime sorts in the same way. */
export function mediaKind(type: string): MediaKind {
  const [name = ""] = type.toLowerCase().split(";");
  const essence = name.trim();
  if (/^(application|text)\/json$|\+json$/.test(essence)) return "json";
  if (essence === "application/x-www-form-urlencoded") return "form";
  if (essence === "multipart/form-data") return "multipart";
  if (essence === "*/*" || essence === "application/*") return "any";
  if (/^text\/|html|[/+](xml|ya?ml|x-yaml|(x-)?ndjson|jsonl)$/.test(essence)) return "text";
  return "binary";
}

/** The media types of a `content` mapping. */
export function mediaOf(
  document: OpenApiDocument,
  content: Record<string, MediaType> | undefined,
  path: string[],
): Media[] {
  return Object.entries(content ?? {}).map(([type, node]) => {
    const media = dereference<MediaType>(document, node) ?? {};
    const kind = mediaKind(type);
    const isFile = kind === "any" && dereference<Schema>(document, media.schema)?.format === "binary";
    return {
      type,
      kind: isFile ? "binary" : kind,
      schema: media.schema,
      schemaName: componentName(media.schema),
      hasSchema: media.schema !== undefined,
      typePath: [...path, type],
      node: media,
    };
  });
}

import { componentName, dereference, type MediaType, type OpenApiDocument, type Schema } from "../document/openapi.ts";
import { type StreamFraming, streamFraming } from "./stream-framing.ts";

/** What a body of a media type is in programs. */
export type MediaKind = "json" | "form" | "multipart" | "text" | "binary" | "any";

/** One media type of a request or response body. */
export interface Media {
  /** The media type as the description writes it. */
  readonly type: string;
  readonly kind: MediaKind;
  /** How the items of a stream are separated; absent for a body that is one value. */
  readonly framing: StreamFraming | undefined;
  readonly schema: Schema | undefined;
  /** Name of the component schema, if the schema is a reference to one. */
  readonly schemaName: string | undefined;
  readonly hasSchema: boolean;
  /** The path to its type within `operations[id]` of the openapi module. */
  readonly typePath: readonly string[];
  /** The node of the description. */
  readonly node: MediaType;
}

/** Classifies a media type, without regard to parameters such as `charset`. The runtime uses the same rules. */
export function mediaKind(type: string): MediaKind {
  const essence = essenceOf(type);
  if (/^(application|text)\/json$|\+json$/.test(essence)) return "json";
  if (essence === "application/x-www-form-urlencoded") return "form";
  if (essence === "multipart/form-data") return "multipart";
  if (essence === "*/*" || essence === "application/*") return "any";
  if (/^text\/|html|[/+](xml|ya?ml|x-yaml|(x-)?ndjson|jsonl)$/.test(essence)) return "text";
  return "binary";
}

/** The type and subtype in lower case, without parameters (MIME Sniffing Standard, section 4.1). */
function essenceOf(type: string): string {
  const [name = ""] = type.toLowerCase().split(";");
  return name.trim();
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
      framing: streamFraming(essenceOf(type)),
      schema: media.schema,
      schemaName: componentName(media.schema),
      hasSchema: media.schema !== undefined,
      typePath: [...path, type],
      node: media,
    };
  });
}

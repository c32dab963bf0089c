import type { Operation } from "../contract/load-operations.ts";
import type { Schema } from "./schema.ts";

export type DocumentedResponse = Operation["responses"][number];
export type DocumentedContent = NonNullable<DocumentedResponse["contents"]>[number];

/** Finds the documented response for a status: the status itself, then `4XX`, then `default`. */
export function responseFor(operation: Operation, status: number): DocumentedResponse | undefined {
  const text = String(status);
  const { responses } = operation as { responses: DocumentedResponse[] };
  return (
    responses.find(({ code }) => code === text) ??
    responses.find(({ code }) => code.toUpperCase() === `${text[0]}XX`) ??
    responses.find(({ code }) => code === "default")
  );
}

/** The statuses that an operation documents, such as `200, 401`. */
export function documentedStatuses({ responses }: Operation): string {
  return responses.map(({ code }) => code).join(", ");
}

/** Finds the documented content of a media type, wildcards such as `text/*` included. */
export function contentFor(
  { contents = [] }: Pick<DocumentedResponse, "contents">,
  mediaType: string,
): DocumentedContent | undefined {
  return contents.find((content) => {
    const documented = content.mediaType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
    const [type = "", subtype] = documented.split("/");
    return documented === mediaType || documented === "*/*" || (subtype === "*" && mediaType.startsWith(`${type}/`));
  });
}

export function schemaOf(content: DocumentedContent | undefined): Schema | undefined {
  return content?.schema as Schema | undefined;
}

/** The schema of the body of the first documented success. */
export function successSchemaOf({ responses }: Operation): Schema | undefined {
  const success = responses.find(({ code }) => code.startsWith("2"));
  return schemaOf(success?.contents?.[0]);
}

/** Whether a schema is that of a page: `count`, `next` and `results`. */
export function isPageSchema(schema: Schema | undefined): boolean {
  const { properties } = schema ?? {};
  return properties !== undefined && "count" in properties && "next" in properties && "results" in properties;
}

import {
  dereference,
  isObject,
  type OpenApiDocument,
  type Parameter,
  type Response,
} from "../../../document/openapi.ts";

/** Names of the headers of a response by their names in lower case. A header of the name `Content-Type` counts for nothing. */
export function headersOf(response: Response): Map<string, string> {
  const { headers } = response;
  const names = isObject(headers) ? Object.keys(headers) : [];
  const all = names.map((name): [string, string] => [name.toLowerCase(), name]);
  return new Map(all.filter(([name]) => name !== "content-type"));
}

/** A header of a response by its name there: a parameter without a name and a place. */
export function headerOf(document: OpenApiDocument, { headers }: Response, name: string): Partial<Parameter> {
  return dereference<Parameter>(document, headers?.[name] as Parameter | undefined) ?? {};
}

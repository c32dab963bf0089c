import { isObject, type Response } from "../../../description/openapi.ts";

/** Names of the headers of a response by their names in lower case. A header of the name `Content-Type` counts for nothing. */
export function headersOf(response: Response): Map<string, string> {
  const { headers } = response;
  const names = isObject(headers) ? Object.keys(headers) : [];
  const all = names.map((name): [string, string] => [name.toLowerCase(), name]);
  return new Map(all.filter(([name]) => name !== "content-type"));
}

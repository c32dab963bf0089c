import type { HeaderModel, ResponseModel } from "../../../model/responses.ts";

/** Headers of a response by their names in lower case; `Content-Type` does not count (OpenAPI 3.1.1, section 4.8.17). */
export function headersByName({ headers }: ResponseModel): Map<string, HeaderModel> {
  const entries = headers.map((header): [string, HeaderModel] => [header.name.toLowerCase(), header]);
  return new Map(entries.filter(([name]) => name !== "content-type"));
}

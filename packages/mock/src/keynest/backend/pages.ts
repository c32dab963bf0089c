import type { MockResponse } from "../../server/mock-response.ts";
import { type Call, ok, queryOf } from "./call.ts";
import type { SqlValues } from "./database.ts";
import { notFound } from "./errors.ts";

/** A list in the database. */
export interface List<Row> {
  columns: string;
  /** The tables and conditions after `FROM`. */
  from: string;
  order: string;
  parameters: SqlValues;
  /** Makes the object for a row. */
  view: (row: Row) => object;
}

/**
 * Makes the response with the requested page of a list.
 *
 * @throws {Refusal} 404 if there is no such page; the first page may be empty
 */
export function page<Row>(call: Call, { columns, from, order, parameters, view }: List<Row>): MockResponse {
  const { database, settings } = call;
  const { count } = database.get<{ count: number }>(`SELECT count(*) AS count FROM ${from}`, parameters) ?? {
    count: 0,
  };
  const number = Number(queryOf(call, "page") ?? 1);
  const last = Math.max(1, Math.ceil(count / settings.pageSize));
  if (!(number >= 1 && number <= last)) throw notFound("Invalid page.");
  const rows = database.all<Row>(`SELECT ${columns} FROM ${from} ORDER BY ${order} LIMIT :limit OFFSET :offset`, {
    ...parameters,
    limit: settings.pageSize,
    offset: (number - 1) * settings.pageSize,
  });
  return ok({
    count,
    next: number < last ? linkTo(call, number + 1) : null,
    previous: number > 1 ? linkTo(call, number - 1) : null,
    results: rows.map(view),
  });
}

/** The address of another page of the same list, with the same filters. */
function linkTo({ request }: Call, number: number): string {
  const { path, query } = request;
  const url = new URL(request.origin + path);
  for (const [name, values] of Object.entries(query)) {
    for (const value of [values].flat()) if (name !== "page") url.searchParams.append(name, value);
  }
  // The first page is the list without a number.
  if (number > 1) url.searchParams.set("page", String(number));
  return url.href;
}

import type { OperationModel } from "../model/operation.ts";
import { fitLine, HEADER, propertyKey } from "../typescript/code.ts";
import { type PageData, pathLiteral } from "./page-data.ts";

/** Emits the module of `paginate`. Returns undefined if no operation has pages. */
export function paginateModule(
  operations: readonly OperationModel[],
  { constants, byOperation }: PageData,
  runtime: string,
): string | undefined {
  if (byOperation.size === 0) return undefined;
  const data = [...constants].map(([name, literal]) => `export const ${name}: Pages = ${literal};\n`);
  const entries = [...byOperation].map(([{ id }, name]) => `${propertyKey(id)}: ${name}`);
  const places = operations.flatMap(({ pages }) => (pages ? [pathLiteral(pages.items)] : []));
  const items = [...new Set(places)].join(" | ");
  const example = [...byOperation.keys()][0]?.id;
  return `${HEADER}

import {
  type ItemOf,
  type PageArguments,
  type PagedFunction,
  type PageOf,
  type Pages,
  type Paginated,
  paginate as paginateBy,
} from ${JSON.stringify(runtime)};

${data.join("")}
/** Pagination by id of the operation. */
${fitLine("const pages: Readonly<Record<string, Pages>> = {", entries, "};")}
/** Path to the list of items in a page. */
type Items = ${items};

/**
 * Iterates over the items of all pages: \`for await (const item of paginate(${example}, client))\`. The first request is
 * sent when the iteration begins. Each new iteration starts at the first page.
 *
 * Each page is one call of the function, with its errors and retries. Items are not deduplicated: a server without a
 * stable order may send an item on two pages.
 *
 * @param operation - the function of an operation that has pages
 * @param rest - parameters of the operation, for the first page; then options for each request, with \`limit\` and
 *   \`prefetch\`.
 * @returns the items; \`.pages()\` iterates over the pages
 * @throws {PaginationError} if a page repeats, or the next page cannot be found, during the iteration
 * @throws {UsageError} if the operation has no pages, when the iteration begins
 */
export function paginate<Operation extends PagedFunction<Items>>(
  operation: Operation,
  client: Parameters<Operation>[0],
  ...rest: PageArguments<Operation>
): Paginated<ItemOf<PageOf<Operation>, Items>, PageOf<Operation>> {
  return paginateBy(pages, operation, client, ...rest);
}
`;
}

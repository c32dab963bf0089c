import type { OperationModel } from "../model/operation.ts";
import { fitLine, HEADER, propertyKey } from "../typescript/code.ts";
import { type PageData, pathLiteral } from "./page-data.ts";

/** The module of `paginate`, which knows how the pages of each operation follow each other; none where none has pages. */
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
/** How the pages of an operation follow each other, by its id. */
${fitLine("const pages: Readonly<Record<string, Pages>> = {", entries, "};")}
/** Where the list is in a page. */
type Items = ${items};

/**
 * Goes through all items of an operation that answers page by page, as in
 * \`for await (const item of paginate(${example}, client))\`. Nothing is requested before the iteration begins, and each
 * iteration begins anew.
 *
 * Each page is a call of the function, with its errors and retries. Rows are not deduplicated: a server that has no
 * order for them may send one on two pages.
 *
 * @param operation - The function of an operation that has pages.
 * @param rest - Parameters of the operation, for the first page; then options, for the request of each page, and
 * \`limit\` and \`prefetch\`.
 * @returns Items; pages by \`.pages()\`.
 * @throws {PaginationError} if, during the iteration, a page comes again or the next one cannot be found.
 * @throws {UsageError} if, during the iteration, the operation turns out to have no pages.
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

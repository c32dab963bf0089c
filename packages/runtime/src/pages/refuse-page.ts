import { PaginationError } from "../errors/pagination-error.ts";
import type { FetchedPage } from "./fetch-page.ts";

/** Ends an iteration through pages with an error that names the operation. */
export function refusePage({ operationId, response }: FetchedPage, message: string): never {
  throw new PaginationError(message, { operationId, response });
}

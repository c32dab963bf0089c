import { componentName, formatPointer, type Method, type Schema } from "../document/openapi.ts";
import type { Report } from "../problem.ts";
import { mediaKind } from "./media.ts";
import {
  type PaginationStyle,
  type PaginationStyleName,
  paginationStyleName,
  readPaginationStyle,
} from "./pagination-styles.ts";
import type { ParameterModel } from "./parameters.ts";
import { elementsOf, findProperty } from "./property-path.ts";
import type { ResponseModel } from "./responses.ts";
import type { ResolveSchema } from "./schemas.ts";

/** Path to a property of the page. */
export type PropertyPath = readonly string[];

/** Pagination of an operation. */
export interface PagesModel {
  readonly kind: PaginationStyleName;
  /** Path to the list; absent if the page itself is the list. */
  readonly items: PropertyPath | undefined;
  /** Path to the URL or the cursor of the next page. */
  readonly next: PropertyPath | undefined;
  /** Path to the number of items on all pages. */
  readonly total: PropertyPath | undefined;
  /** The argument that selects the page. */
  readonly argument: string | undefined;
  /** The number of the first page, unless it is 1. */
  readonly first: number | undefined;
  /** Name of the component schema of an item, if the list refers to one. */
  readonly itemSchema: string | undefined;
}

/** The parts of an operation that pagination depends on. */
interface Candidate {
  readonly id: string;
  readonly path: string;
  readonly method: Method;
  readonly parameters: readonly ParameterModel[];
  readonly responses: readonly ResponseModel[];
  /** The value of `x-sdk-pagination`; false for no pagination. */
  readonly paginationStyle: unknown;
}

/** The pagination styles of an API. Finds the one that fits an operation. */
export class Pagination {
  readonly #resolve: ResolveSchema;
  readonly #report: Report;
  readonly #kinds: readonly PaginationStyle[];

  /**
   * @param settings - styles that are tried before those of the description
   * @param given - the value of `x-sdk-pagination` at the root
   * @param report - receives a warning for each invalid style
   */
  constructor(settings: readonly unknown[], given: unknown, resolve: ResolveSchema, report: Report) {
    this.#resolve = resolve;
    this.#report = report;
    const described: unknown = given ?? [];
    if (!Array.isArray(described))
      this.#warn("x-sdk-pagination must be a list of pagination styles", ["x-sdk-pagination"]);
    this.#kinds = [
      ...settings.flatMap((kind) => this.#read(kind)),
      ...(Array.isArray(described) ? described : []).flatMap((kind, n) => this.#read(kind, ["x-sdk-pagination", n])),
    ];
  }

  /** Returns the pagination of an operation, if it has pages: its own style, or the first style that fits. */
  pagesOf(candidate: Candidate): PagesModel | undefined {
    const { id, path, method, paginationStyle } = candidate;
    if (paginationStyle === false) return undefined;
    if (paginationStyle === undefined) return this.#firstFit(candidate, this.#kinds);
    const pointer = ["paths", path, method, "x-sdk-pagination"];
    const pages = this.#firstFit(candidate, this.#read(paginationStyle, pointer));
    if (!pages && typeof readPaginationStyle(paginationStyle) === "object") {
      this.#warn(`The pagination style of ${id} does not fit its responses and parameters`, pointer);
    }
    return pages;
  }

  #read(value: unknown, pointer?: readonly (string | number)[]): PaginationStyle[] {
    const kind = readPaginationStyle(value);
    if (typeof kind === "object") return [kind];
    this.#warn(kind, pointer);
    return [];
  }

  #warn(reason: string, pointer?: readonly (string | number)[]): void {
    const message = `${reason}; it is ignored.`;
    this.#report({ level: "warning", message, ...(pointer && { pointer: formatPointer(pointer) }) });
  }

  #firstFit(candidate: Candidate, kinds: readonly PaginationStyle[]): PagesModel | undefined {
    const schema = candidate.method === "get" ? this.#pageSchema(candidate.responses) : undefined;
    if (!schema) return undefined;
    for (const kind of kinds) {
      const pages = this.#fit(candidate, schema, kind);
      if (pages) return pages;
    }
    return undefined;
  }

  /** Returns the schema of the success, if there is exactly one, in JSON. */
  #pageSchema(responses: readonly ResponseModel[]): Schema | undefined {
    const [success, ...others] = responses.filter(({ status }) => status.startsWith("2"));
    const [media, ...otherMedia] = success?.media ?? [];
    if (others.length > 0 || !media || otherMedia.length > 0 || mediaKind(media.type) !== "json") return undefined;
    return this.#resolve(media.schema);
  }

  #fit({ parameters }: Candidate, schema: Schema, kind: PaginationStyle): PagesModel | undefined {
    const { items, next, cursor, from, offset, page, total } = kind as Partial<Record<string, string>>;
    const find = (name: string | undefined) => (name ? findProperty(this.#resolve, schema, name) : undefined);
    const list = find(items);
    const elements = elementsOf(this.#resolve, items ? list?.schema : schema);
    const link = find(next ?? from);
    const parameterName = cursor ?? offset ?? page;
    const parameter = parameters.find((one) => one.in === "query" && one.name === parameterName);
    if (!elements || ((next ?? from) && !link) || (parameterName && !parameter)) return undefined;
    const name = paginationStyleName(kind) as PaginationStyleName;
    return {
      kind: name,
      items: list?.path,
      next: link?.path,
      total: find(total)?.path,
      argument: parameter?.argument,
      first: name === "page" && this.#countsFromZero(parameter) ? 0 : undefined,
      itemSchema: componentName(elements),
    };
  }

  #countsFromZero(parameter: ParameterModel | undefined): boolean {
    const { default: first, minimum } = this.#resolve(parameter?.schema) ?? {};
    return (first ?? minimum) === 0;
  }
}

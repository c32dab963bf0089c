import { componentName, formatPointer, type Method, type Schema } from "../document/openapi.ts";
import type { Report } from "../problem.ts";
import { mediaKind } from "./media.ts";
import { type PageKind, type PageKindName, pageKindName, readPageKind } from "./page-kinds.ts";
import type { ParameterModel } from "./parameters.ts";
import { elementsOf, findProperty } from "./property-path.ts";
import type { ResponseModel } from "./responses.ts";
import type { ResolveSchema } from "./schemas.ts";

/** The names on the way to a property of the page. */
export type PropertyPath = readonly string[];

/** How the pages of an operation follow each other. */
export interface PagesModel {
  readonly kind: PageKindName;
  /** Where the list is; absent where the page itself is the list. */
  readonly items: PropertyPath | undefined;
  /** Where the address or the cursor of the next page is. */
  readonly next: PropertyPath | undefined;
  /** Where it says how many items there are on all pages. */
  readonly total: PropertyPath | undefined;
  /** The argument that chooses the page. */
  readonly argument: string | undefined;
  /** The number of the first page, where that is not 1. */
  readonly first: number | undefined;
  /** Name of the component schema of an item, where the elements of the list just refer to one. */
  readonly itemSchema: string | undefined;
}

/** An operation, as far as pages are concerned. */
interface Candidate {
  readonly id: string;
  readonly path: string;
  readonly method: Method;
  readonly parameters: readonly ParameterModel[];
  readonly responses: readonly ResponseModel[];
  /** Its own kind of pages, as the description has it; false where it has none. */
  readonly pageKind: unknown;
}

/** Knows the kinds of pages, and recognizes operations that have them. */
export class Pagination {
  readonly #resolve: ResolveSchema;
  readonly #report: Report;
  readonly #kinds: readonly PageKind[];

  /**
   * @param settings Kinds beside those of the description; they come first.
   * @param given Kinds of the description, as it has them.
   * @param report Takes what cannot be understood.
   */
  constructor(settings: readonly unknown[], given: unknown, resolve: ResolveSchema, report: Report) {
    this.#resolve = resolve;
    this.#report = report;
    const described: unknown = given ?? [];
    if (!Array.isArray(described))
      this.#warn("x-sdk-pagination must be a list of kinds of pages", ["x-sdk-pagination"]);
    this.#kinds = [
      ...settings.flatMap((kind) => this.#read(kind)),
      ...(Array.isArray(described) ? described : []).flatMap((kind, n) => this.#read(kind, ["x-sdk-pagination", n])),
    ];
  }

  /** How the pages of an operation follow each other, if it has pages: by its own kind, else by the first that fits. */
  pagesOf(candidate: Candidate): PagesModel | undefined {
    const { id, path, method, pageKind } = candidate;
    if (pageKind === false) return undefined;
    if (pageKind === undefined) return this.#firstFit(candidate, this.#kinds);
    const pointer = ["paths", path, method, "x-sdk-pagination"];
    const pages = this.#firstFit(candidate, this.#read(pageKind, pointer));
    if (!pages && typeof readPageKind(pageKind) === "object") {
      this.#warn(`Answers and parameters of ${id} do not fit its kind of pages`, pointer);
    }
    return pages;
  }

  #read(value: unknown, pointer?: readonly (string | number)[]): PageKind[] {
    const kind = readPageKind(value);
    if (typeof kind === "object") return [kind];
    this.#warn(kind, pointer);
    return [];
  }

  #warn(reason: string, pointer?: readonly (string | number)[]): void {
    const message = `${reason}; it is left out.`;
    this.#report({ level: "warning", message, ...(pointer && { pointer: formatPointer(pointer) }) });
  }

  #firstFit(candidate: Candidate, kinds: readonly PageKind[]): PagesModel | undefined {
    const schema = candidate.method === "get" ? this.#pageSchema(candidate.responses) : undefined;
    if (!schema) return undefined;
    for (const kind of kinds) {
      const pages = this.#fit(candidate, schema, kind);
      if (pages) return pages;
    }
    return undefined;
  }

  /** The schema of a success, where all successes are one, and in JSON. */
  #pageSchema(responses: readonly ResponseModel[]): Schema | undefined {
    const [success, ...others] = responses.filter(({ status }) => status.startsWith("2"));
    const [media, ...otherMedia] = success?.media ?? [];
    if (others.length > 0 || !media || otherMedia.length > 0 || mediaKind(media.type) !== "json") return undefined;
    return this.#resolve(media.schema);
  }

  #fit({ parameters }: Candidate, schema: Schema, kind: PageKind): PagesModel | undefined {
    const { items, next, cursor, from, offset, page, total } = kind as Partial<Record<string, string>>;
    const find = (name: string | undefined) => (name ? findProperty(this.#resolve, schema, name) : undefined);
    const list = find(items);
    const elements = elementsOf(this.#resolve, items ? list?.schema : schema);
    const link = find(next ?? from);
    const parameterName = cursor ?? offset ?? page;
    const parameter = parameters.find((one) => one.in === "query" && one.name === parameterName);
    if (!elements || ((next ?? from) && !link) || (parameterName && !parameter)) return undefined;
    const name = pageKindName(kind) as PageKindName;
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

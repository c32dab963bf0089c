import type { RequestOptions } from "../options.ts";
import type { PagePath } from "./pages.ts";

/** Options of an iteration through pages. Request options apply to the request of each page. */
export interface PageOptions extends RequestOptions {
  /** The most items to yield; after them, no further page is requested. @default Infinity */
  readonly limit?: number | undefined;
  /** Requests the next page while the items of this one are used. @default false */
  readonly prefetch?: boolean | undefined;
}

/** The plain function of an operation. */
export type OperationFunction<Data = unknown> = (
  client: never,
  params: never,
  options?: RequestOptions,
) => Promise<Data>;

/** The function of an operation whose pages have a list at `Path`. */
export type PagedFunction<Path extends PagePath = never> = OperationFunction<PageWith<Path> | null>;

type PageWith<Path extends PagePath> = Path extends undefined
  ? readonly unknown[]
  : Path extends readonly [infer Name extends string, ...infer Rest extends readonly [string, ...string[]]]
    ? { readonly [Key in Name]?: PageWith<Rest> | null }
    : {
        readonly [Key in Path extends readonly [infer Name extends string] ? Name : Path & string]?:
          | readonly unknown[]
          | null;
      };

/** What the function of an operation resolves to. */
export type PageOf<Fn extends OperationFunction> = Awaited<ReturnType<Fn>>;

/** The type of an element of the list that is at `Path` in a page. */
export type ItemOf<Page, Path extends PagePath> = ElementOf<ValueAt<Page, Path>>;

type ElementOf<List> = List extends readonly (infer Item)[] ? Item : never;

type ValueAt<Page, Path extends PagePath> = Path extends string
  ? PropertyOf<Page, Path>
  : Path extends readonly [infer Name extends string, ...infer Rest extends readonly string[]]
    ? ValueAt<PropertyOf<Page, Name>, Rest>
    : Page;

type PropertyOf<Value, Name extends string> = Value extends unknown
  ? Name extends keyof Value
    ? Value[Name]
    : never
  : never;

/** Parameters, which are optional if the operation requires none, and options. */
export type PageArguments<Fn extends OperationFunction> = undefined extends Parameters<Fn>[1]
  ? [params?: Parameters<Fn>[1], options?: PageOptions]
  : [params: Parameters<Fn>[1], options?: PageOptions];

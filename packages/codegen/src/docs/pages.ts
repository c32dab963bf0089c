import type { OperationModel } from "../model/operation.ts";
import { Anchors } from "./anchors.ts";
import type { DocsContext } from "./context.ts";
import { oneLine } from "./markdown.ts";

/** Headings below that of an operation, in their order. */
export const SECTIONS = [
  "Examples",
  "Parameters",
  "Result",
  "Authorization",
  "HTTP request headers",
  "HTTP responses",
] as const;

export const INDEX_PAGE = "README.md";
export const TYPES_PAGE = "types.md";

/** Where everything stands that pages link to. Addresses are relative to the folder of the pages. */
export class Pages {
  readonly context: DocsContext;
  readonly #operations = new Map<OperationModel, string>();
  readonly #types = new Map<string, string>();

  constructor(context: DocsContext) {
    this.context = context;
    for (const [file, models] of context.modules) {
      const anchors = new Anchors();
      anchors.take(tagTitle(file, models));
      for (const model of models) {
        this.#operations.set(model, `${tagPage(file)}#${anchors.take(model.id)}`);
        for (const section of SECTIONS) anchors.take(section);
      }
    }
    const anchors = new Anchors();
    anchors.take(TYPES_TITLE);
    for (const alias of context.names.schemas.values()) this.#types.set(alias, anchors.take(alias));
  }

  operationLink(model: OperationModel): string {
    return this.#operations.get(model) ?? "";
  }

  /** The name of the type of a component schema, and where it is told of. */
  typeLink(schema: string): { readonly alias: string; readonly href: string } | undefined {
    const alias = this.context.names.schemas.get(schema);
    return alias === undefined ? undefined : { alias, href: `${TYPES_PAGE}#${this.#types.get(alias)}` };
  }
}

export const TYPES_TITLE = "Types";

/** The page of a tag. A tag may be called like another page, whatever the file system makes of capitals. */
export function tagPage(file: string): string {
  return file === "readme" || file === "types" ? `${file}_.md` : `${file}.md`;
}

/** The tag as the description writes it. */
export function tagTitle(file: string, [model]: readonly OperationModel[]): string {
  return oneLine(model?.tag ?? file);
}

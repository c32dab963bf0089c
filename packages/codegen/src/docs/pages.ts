import type { ModuleModel } from "../model/modules.ts";
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
    for (const module of context.model.modules) {
      const anchors = new Anchors();
      anchors.take(tagTitle(module));
      for (const operation of module.operations) {
        this.#operations.set(operation, `${tagPage(module)}#${anchors.take(operation.id)}`);
        for (const section of SECTIONS) anchors.take(section);
      }
    }
    const anchors = new Anchors();
    anchors.take(TYPES_TITLE);
    for (const { name, typeName } of context.model.schemas.values()) this.#types.set(name, anchors.take(typeName));
  }

  operationLink(operation: OperationModel): string {
    return this.#operations.get(operation) ?? "";
  }

  /** The name of the type of a component schema, and where it is told of. */
  typeLink(schema: string): { readonly typeName: string; readonly href: string } | undefined {
    const typeName = this.context.model.schemas.get(schema)?.typeName;
    return typeName === undefined ? undefined : { typeName, href: `${TYPES_PAGE}#${this.#types.get(schema)}` };
  }
}

export const TYPES_TITLE = "Types";

/** The page of a tag. A tag may be called like another page, whatever the file system makes of capitals. */
export function tagPage({ file }: ModuleModel): string {
  return file === "readme" || file === "types" ? `${file}_.md` : `${file}.md`;
}

/** The tag as the description writes it. */
export function tagTitle({ file, tag }: ModuleModel): string {
  return oneLine(tag ?? file);
}

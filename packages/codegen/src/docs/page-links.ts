import type { ModuleModel } from "../model/modules.ts";
import type { OperationModel } from "../model/operation.ts";
import { Anchors } from "./anchors.ts";
import type { DocsContext } from "./context.ts";
import { oneLine } from "./markdown.ts";

/** Headings within the section of an operation, in order. */
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

/** Links to operations and types, relative to the folder of the pages. */
export class PageLinks {
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

  /** Returns the name and the link of a component schema's type, or undefined. */
  typeLink(schema: string): { readonly typeName: string; readonly href: string } | undefined {
    const typeName = this.context.model.schemas.get(schema)?.typeName;
    return typeName === undefined ? undefined : { typeName, href: `${TYPES_PAGE}#${this.#types.get(schema)}` };
  }
}

export const TYPES_TITLE = "Types";

/** Returns the file name of a tag's page. A tag may have the name of another page, in any case. */
export function tagPage({ file }: ModuleModel): string {
  return file === "readme" || file === "types" ? `${file}_.md` : `${file}.md`;
}

/** Returns the tag in the spelling of the description. */
export function tagTitle({ file, tag }: ModuleModel): string {
  return oneLine(tag ?? file);
}

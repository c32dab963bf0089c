import type { OperationModel } from "../model/operation.ts";
import type { PagesModel, PropertyPath } from "../model/pages.ts";
import { quote, quoteList } from "../typescript/code.ts";
import type { ModuleImports } from "./module-imports.ts";
import { dataType } from "./result-type.ts";

/** Names in capitals cannot collide with operations or schemas. */
const CONSTANTS = { next: "NEXT_PAGES", cursor: "CURSOR_PAGES", offset: "OFFSET_PAGES", page: "NUMBERED_PAGES" };

/** Constants with the `Pages` data of the runtime. Operations with the same pagination share one. */
export class PageData {
  /** Literal by name of the constant. */
  readonly constants: ReadonlyMap<string, string>;
  /** Name of the constant by operation. */
  readonly byOperation: ReadonlyMap<OperationModel, string>;

  constructor(operations: readonly OperationModel[]) {
    const names = new Map<string, string>();
    const byOperation = new Map<OperationModel, string>();
    const counts = new Map<string, number>();
    for (const operation of operations) {
      if (!operation.pages) continue;
      const literal = pagesLiteral(operation.pages);
      const wanted = CONSTANTS[operation.pages.kind];
      const known = names.get(literal);
      const count = (counts.get(wanted) ?? 0) + 1;
      const name = known ?? (count > 1 ? `${wanted}_${count}` : wanted);
      if (known === undefined) counts.set(wanted, count);
      names.set(literal, name);
      byOperation.set(operation, name);
    }
    this.constants = new Map([...names].map(([literal, name]) => [name, literal]));
    this.byOperation = byOperation;
  }
}

/** Emits the `Pages` data of the runtime. */
function pagesLiteral({ kind, items, next, total, argument, first }: PagesModel): string {
  const fields = [
    items && `items: ${pathLiteral(items)}`,
    kind === "next" ? next && `next: ${pathLiteral(next)}` : `${kind}: ${quote(argument ?? "")}`,
    kind === "cursor" && next && `from: ${pathLiteral(next)}`,
    first !== undefined && `first: ${first}`,
    total && `total: ${pathLiteral(total)}`,
  ];
  return `{ ${fields.filter(Boolean).join(", ")} }`;
}

/** Emits a path as code: one name, a list of names, or `undefined` for the page itself. Valid as a type, too. */
export function pathLiteral(path: PropertyPath | undefined): string {
  const [name, ...others] = path ?? [];
  if (path === undefined || name === undefined) return "undefined";
  return others.length > 0 ? quoteList(path) : quote(name);
}

/** Returns the types of a page and of its items. */
export function pageTypes(
  operation: OperationModel,
  pages: PagesModel,
  imports: ModuleImports,
): { readonly page: string; readonly item: string } {
  const page = dataType(operation, imports);
  const alias = pages.itemSchema === undefined ? undefined : imports.schema(pages.itemSchema);
  return { page, item: alias ?? `${imports.runtimeType("ItemOf")}<${page}, ${pathLiteral(pages.items)}>` };
}

import type { ModuleModel } from "../model/modules.ts";
import type { OperationModel } from "../model/operation.ts";
import { code, inline, link, PAGE_HEADER, table, text } from "./markdown.ts";
import { operationSection } from "./operation-section.ts";
import { type Pages, tagTitle } from "./pages.ts";
import { prose } from "./prose.ts";

/** The page of a tag: a table of its operations, then each of them. */
export function tagPageText(module: ModuleModel, pages: Pages): string {
  const { description, operations } = module;
  return [
    `${PAGE_HEADER}\n`,
    `# ${text(tagTitle(module))}\n`,
    prose(description),
    operationsTable(operations, pages),
    ...operations.map((operation) => operationSection(operation, pages)),
  ]
    .filter(Boolean)
    .join("\n");
}

/** The operations, each with its request and a line of what it does. */
export function operationsTable(operations: readonly OperationModel[], pages: Pages): string {
  const rows = operations.map((operation) => [
    link(code(operation.id), pages.operationLink(operation)),
    code(`${operation.method.toUpperCase()} ${operation.path}`),
    `${inline(firstLine(operation))}${operation.deprecated ? " (deprecated)" : ""}`,
  ]);
  return table(["Operation", "HTTP request", "Description"], rows);
}

function firstLine({ summary, description }: OperationModel): string {
  return summary?.trim() || (description?.trim().split(/\r?\n\s*\r?\n/)[0] ?? "");
}

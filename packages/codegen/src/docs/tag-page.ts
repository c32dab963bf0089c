import type { ModuleModel } from "../model/modules.ts";
import type { OperationModel } from "../model/operation.ts";
import { code, inline, link, PAGE_HEADER, table, text } from "./markdown.ts";
import { operationSection } from "./operation-section.ts";
import { type PageLinks, tagTitle } from "./page-links.ts";
import { prose } from "./prose.ts";

/** Writes the page of a tag: a table of its operations, then a section for each. */
export function tagPageText(module: ModuleModel, links: PageLinks): string {
  const { description, operations } = module;
  return [
    `${PAGE_HEADER}\n`,
    `# ${text(tagTitle(module))}\n`,
    prose(description),
    operationsTable(operations, links),
    ...operations.map((operation) => operationSection(operation, links)),
  ]
    .filter(Boolean)
    .join("\n");
}

/** Writes a table of operations, with request and description. */
export function operationsTable(operations: readonly OperationModel[], links: PageLinks): string {
  const rows = operations.map((operation) => [
    link(code(operation.id), links.operationLink(operation)),
    code(`${operation.method.toUpperCase()} ${operation.path}`),
    `${inline(firstLine(operation))}${operation.deprecated ? " (deprecated)" : ""}`,
  ]);
  return table(["Operation", "HTTP request", "Description"], rows);
}

function firstLine({ summary, description }: OperationModel): string {
  return summary?.trim() || (description?.trim().split(/\r?\n\s*\r?\n/)[0] ?? "");
}

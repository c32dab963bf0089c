import type { OperationModel } from "../model/operation.ts";
import { code, inline, link, PAGE_HEADER, table, text } from "./markdown.ts";
import { operationSection } from "./operation-section.ts";
import { type Pages, tagTitle } from "./pages.ts";
import { prose } from "./prose.ts";

/** The page of a tag: a table of its operations, then each of them. */
export function tagPageText(file: string, models: readonly OperationModel[], pages: Pages): string {
  const { document } = pages.context;
  const tags = Array.isArray(document.tags) ? document.tags : [];
  const tag = tags.find((one) => one?.name === models[0]?.tag);
  return [
    `${PAGE_HEADER}\n`,
    `# ${text(tagTitle(file, models))}\n`,
    prose(tag?.description),
    operationsTable(models, pages),
    ...models.map((model) => operationSection(model, pages)),
  ]
    .filter(Boolean)
    .join("\n");
}

/** The operations, each with its request and a line of what it does. */
export function operationsTable(models: readonly OperationModel[], pages: Pages): string {
  const rows = models.map((model) => [
    link(code(model.id), pages.operationLink(model)),
    code(`${model.method.toUpperCase()} ${model.path}`),
    `${inline(firstLine(model))}${model.deprecated ? " (deprecated)" : ""}`,
  ]);
  return table(["Operation", "HTTP request", "Description"], rows);
}

function firstLine({ summary, description }: OperationModel): string {
  return summary?.trim() || (description?.trim().split(/\r?\n\s*\r?\n/)[0] ?? "");
}

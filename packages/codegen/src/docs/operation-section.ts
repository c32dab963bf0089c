import type { OperationModel } from "../model/operation.ts";
import { authorizationSection } from "./authorization.ts";
import { examplesOf } from "./examples.ts";
import { code, codeBlock, inline, link, text } from "./markdown.ts";
import { INDEX_PAGE, type PageLinks, SECTIONS } from "./page-links.ts";
import { parametersSection } from "./parameters-section.ts";
import { prose } from "./prose.ts";
import { responsesSection, shownResult } from "./responses-section.ts";

/** Writes the section of an operation, with its name as the heading. */
export function operationSection(model: OperationModel, links: PageLinks): string {
  const { id, method, path, summary = "", description = "", deprecated } = model;
  const isSaidTwice = summary.trim() === description.trim();
  const bodies: Record<(typeof SECTIONS)[number], string> = {
    Examples: examplesOf(model, links.context)
      .map(({ form, code: source }) => `${form}:\n\n${codeBlock(source, "ts")}`)
      .join("\n"),
    Parameters: parametersSection(model, links),
    Result: resultSection(model, links),
    Authorization: authorizationSection(model, links),
    "HTTP request headers": headersSection(model),
    "HTTP responses": responsesSection(model, links),
  };
  return [
    `## ${text(id)}\n`,
    `> ${code(`${method.toUpperCase()} ${path}`)}\n`,
    deprecated ? "**Deprecated.**\n" : "",
    summary && !isSaidTwice ? `${inline(summary)}\n` : "",
    prose(description),
    ...SECTIONS.map((section) => `### ${section}\n\n${bodies[section]}`),
    `${link("All operations", INDEX_PAGE)} · ${link("Back to top", "#")}\n`,
  ]
    .filter(Boolean)
    .join("\n");
}

function resultSection(model: OperationModel, links: PageLinks): string {
  const { id, pages: paged } = model;
  const walk = code(`paginate(${id}, client)`);
  const note = paged ? `\nThis is one page of a list. ${walk} iterates over the items of all pages.\n` : "";
  const isStream = model.successMedia.some(({ framing }) => framing !== undefined);
  const streamNote = isStream
    ? "\nThe server sends a stream of items. The call resolves at its end, with the whole body.\n"
    : "";
  return `${shownResult(model, links)}\n${note}${streamNote}`;
}

function headersSection(model: OperationModel): string {
  const media = model.body?.media.map(({ type }) => code(type)) ?? [];
  return `- **Content-Type**: ${media.join(" or ") || "none, because there is no body"}\n- **Accept**: ${code(model.accept)}\n`;
}

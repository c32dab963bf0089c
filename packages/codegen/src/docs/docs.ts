import type { DocsContext } from "./context.ts";
import { indexPageText } from "./index-page.ts";
import { INDEX_PAGE, PageLinks, TYPES_PAGE, tagPage } from "./page-links.ts";
import { tagPageText } from "./tag-page.ts";
import { typesPageText } from "./types-page.ts";

/** Prefix of pages among the generated files, before they are moved to their own folder. */
export const PAGES_FOLDER = "docs/";

/** Writes the documentation pages. Returns text by path, below {@link PAGES_FOLDER}. */
export function docsPages(context: DocsContext): Map<string, string> {
  const links = new PageLinks(context);
  const texts: [string, string][] = [[INDEX_PAGE, indexPageText(links)]];
  for (const module of context.model.modules) texts.push([tagPage(module), tagPageText(module, links)]);
  if (context.model.schemas.size > 0) texts.push([TYPES_PAGE, typesPageText(links)]);
  return new Map(texts.map(([file, text]) => [PAGES_FOLDER + file, text]));
}

import type { DocsContext } from "./context.ts";
import { indexPageText } from "./index-page.ts";
import { INDEX_PAGE, Pages, TYPES_PAGE, tagPage } from "./pages.ts";
import { tagPageText } from "./tag-page.ts";
import { typesPageText } from "./types-page.ts";

/** Where pages stand among the generated files, until they get to the folder that they are for. */
export const PAGES_FOLDER = "docs/";

/** The pages of documentation: text by path, below {@link PAGES_FOLDER}. */
export function docsPages(context: DocsContext): Map<string, string> {
  const pages = new Pages(context);
  const texts: [string, string][] = [[INDEX_PAGE, indexPageText(pages)]];
  for (const module of context.model.modules) texts.push([tagPage(module), tagPageText(module, pages)]);
  if (context.model.schemas.size > 0) texts.push([TYPES_PAGE, typesPageText(pages)]);
  return new Map(texts.map(([file, text]) => [PAGES_FOLDER + file, text]));
}

import { dereference, type Schema } from "../document/openapi.ts";
import { code, inline, PAGE_HEADER, table, text } from "./markdown.ts";
import { type Pages, TYPES_TITLE } from "./pages.ts";
import { listOf, propertiesOf } from "./properties.ts";
import { prose } from "./prose.ts";
import { shownType } from "./shown-type.ts";

/** The page of all named types. */
export function typesPageText(pages: Pages): string {
  const { names, settings } = pages.context;
  const sections = [...names.schemas].map(([schema, alias]) => typeSection(schema, alias, pages));
  const intro = `What the API sends and takes. ${code(settings.package)} exports each as a type of its name.\n`;
  return [`${PAGE_HEADER}\n`, `# ${TYPES_TITLE}\n`, intro, ...sections].join("\n");
}

function typeSection(schema: string, alias: string, pages: Pages): string {
  const { document } = pages.context;
  const node = dereference<Schema>(document, document.components?.schemas?.[schema]);
  const properties = propertiesOf(document, node);
  const rows = properties.map(({ name, node: property, required }) => {
    const target = dereference<Schema>(document, property);
    const flag = (key: "deprecated" | "readOnly" | "x-sensitive"): boolean => (property[key] ?? target?.[key]) === true;
    const notes = [
      required ? "required" : "",
      flag("readOnly") ? "read-only" : "",
      flag("x-sensitive") || target?.format === "password" ? "secret" : "",
      flag("deprecated") ? "deprecated" : "",
    ];
    const description = inline(property.description ?? target?.description ?? "");
    return [code(name), shownType(pages, property), description, notes.filter(Boolean).join(", ")];
  });
  const choices = [...listOf(node?.oneOf), ...listOf(node?.anyOf)];
  const type = rows.length === 0 || choices.length > 0 ? `Type: ${shownType(pages, node)}\n` : "";
  return [
    `## ${text(alias)}\n`,
    prose(node?.description),
    type,
    rows.length > 0 ? table(["Property", "Type", "Description", "Notes"], rows) : "",
  ]
    .filter(Boolean)
    .join("\n");
}

import { listOf } from "../model/lists.ts";
import { propertiesOf } from "../model/properties.ts";
import type { SchemaModel } from "../model/schemas.ts";
import { code, inline, PAGE_HEADER, table, text } from "./markdown.ts";
import { type PageLinks, TYPES_TITLE } from "./page-links.ts";
import { prose } from "./prose.ts";
import { shownType } from "./shown-type.ts";

/** Writes the page of all named types. */
export function typesPageText(links: PageLinks): string {
  const { model, settings } = links.context;
  const sections = [...model.schemas.values()].map((schema) => typeSection(schema, links));
  const intro = `Types of requests and responses. ${code(settings.package)} exports each type under its name.\n`;
  return [`${PAGE_HEADER}\n`, `# ${TYPES_TITLE}\n`, intro, ...sections].join("\n");
}

function typeSection({ typeName, node: given }: SchemaModel, links: PageLinks): string {
  const { model } = links.context;
  const node = model.schema(given);
  const properties = propertiesOf(model.schema, node);
  const rows = properties.map(({ name, node: property, required }) => {
    const target = model.schema(property);
    const flag = (key: "deprecated" | "readOnly" | "x-sensitive"): boolean => (property[key] ?? target?.[key]) === true;
    const notes = [
      required ? "required" : "",
      flag("readOnly") ? "read-only" : "",
      flag("x-sensitive") || target?.format === "password" ? "secret" : "",
      flag("deprecated") ? "deprecated" : "",
    ];
    const description = inline(property.description ?? target?.description ?? "");
    return [code(name), shownType(links, property), description, notes.filter(Boolean).join(", ")];
  });
  const choices = [...listOf(node?.oneOf), ...listOf(node?.anyOf)];
  const type = rows.length === 0 || choices.length > 0 ? `Type: ${shownType(links, node)}\n` : "";
  return [
    `## ${text(typeName)}\n`,
    prose(node?.description),
    type,
    rows.length > 0 ? table(["Property", "Type", "Description", "Notes"], rows) : "",
  ]
    .filter(Boolean)
    .join("\n");
}

import { STATUS_ERRORS } from "../model/error-classes.ts";
import { credentialFunctions } from "./authorization.ts";
import { code, inline, link, PAGE_HEADER, table, text } from "./markdown.ts";
import { type PageLinks, TYPES_PAGE, TYPES_TITLE, tagPage, tagTitle } from "./page-links.ts";
import { prose } from "./prose.ts";
import { operationsTable } from "./tag-page.ts";

/** Error classes for anything but a single status. */
const OTHER_ERRORS: readonly (readonly [name: string, when: string])[] = [
  ["InternalServerError", "500 and above"],
  ["ApiError", "any other error status; base class of the classes above"],
  ["ConnectionError", "no response arrived, or it was cut off"],
  ["TimeoutError", "the timeout elapsed"],
  ["RedirectError", "the server redirects to a location that is not allowed"],
  ["DecodeError", "the body of a success does not have the documented format"],
  ["PaginationError", "a page repeats, or the next page cannot be found"],
  ["UsageError", "an argument or an option is invalid; no request was sent"],
  ["SdkError", "base class of all errors"],
];

/** Writes the index page, which links to all others. */
export function indexPageText(links: PageLinks): string {
  const { title, description, modules, schemas, baseUrl } = links.context.model;
  const tags = modules.map((module) => {
    const heading = `### ${link(text(tagTitle(module)), tagPage(module))}\n`;
    return `${heading}\n${operationsTable(module.operations, links)}`;
  });
  return [
    `${PAGE_HEADER}\n`,
    `# ${text(title) || "API"}\n`,
    prose(description),
    baseUrl === undefined ? "" : `All paths are relative to ${code(baseUrl)}, or to the client's \`baseUrl\`.\n`,
    "## Forms\n",
    formsTable(links),
    "## Operations\n",
    ...tags,
    ...(schemas.size > 0 ? [`${link(TYPES_TITLE, TYPES_PAGE)} of requests and responses.\n`] : []),
    "## Authorization\n",
    authorizationTable(links),
    "## Error classes\n",
    errorsTable(),
  ]
    .filter(Boolean)
    .join("\n");
}

function formsTable({ context }: PageLinks): string {
  const { model } = context;
  const [operation] = model.modules[0]?.operations ?? [];
  if (!operation) return "There are no operations.\n";
  const { id } = operation;
  const method = model.methods.get(operation);
  const { sync, class: given } = context.settings;
  const rows = [
    ["Plain", code(id), "Resolves to the data. Rejects with an error class for an error status."],
    ["Detailed", code(`${id}Detailed`), "Resolves for any status, with status, headers, and either data or error."],
  ];
  if (context.hasBlockingVariants && sync !== undefined) {
    rows.push([
      "Blocking",
      code(`${id}Sync`),
      `Blocks, and returns the data. Import it from ${code(sync)}, in Node.js, Deno or Bun.`,
    ]);
  }
  if (method) {
    const class_ = code(given ?? model.resources?.rootClass ?? "");
    const object = given === undefined ? "api" : "client";
    rows.push([
      "Class",
      code(`${object}.${method.resource}.${method.name}`),
      `All operations are methods of ${class_}, with flat arguments.`,
    ]);
  }
  return table(["Form", "Name", "What it does"], rows);
}

function authorizationTable({ context }: PageLinks): string {
  const { securitySchemes } = context.model;
  if (securitySchemes.length === 0) return "No operation requires a credential.\n";
  const rows = securitySchemes.map(({ name, credential }) => {
    const makers = credentialFunctions(name, context).map((maker) => code(`${maker}()`));
    return [code(name), makers.join(", "), inline(credential?.carried ?? ""), inline(credential?.description ?? "")];
  });
  return table(["Scheme", "Function", "Sent as", "Description"], rows);
}

function errorsTable(): string {
  const byStatus = Object.entries(STATUS_ERRORS).map(([status, name]) => [code(name), `status ${status}`]);
  const others = OTHER_ERRORS.map(([name, when]) => [code(name), when]);
  return `Each class has a type guard, such as ${code("isNotFoundError(error)")}.\n\n${table(["Class", "When"], [...byStatus, ...others])}`;
}

import { STATUS_ERRORS } from "../model/error-classes.ts";
import { credentialFunctions } from "./authorization.ts";
import { code, inline, link, PAGE_HEADER, table, text } from "./markdown.ts";
import { type Pages, TYPES_PAGE, TYPES_TITLE, tagPage, tagTitle } from "./pages.ts";
import { prose } from "./prose.ts";
import { operationsTable } from "./tag-page.ts";

/** Classes that no status alone leads to, and when they come. */
const OTHER_ERRORS: readonly (readonly [name: string, when: string])[] = [
  ["InternalServerError", "500 and above"],
  ["ApiError", "any other error status; the base of those above"],
  ["ConnectionError", "no answer came, or it broke off"],
  ["TimeoutError", "the time limit passed"],
  ["RedirectError", "the server redirects to where the request must not go"],
  ["DecodeError", "a success whose body is not what the operation documents"],
  ["PaginationError", "a page comes again, or the next one cannot be found"],
  ["UsageError", "the call cannot be made as asked; nothing was sent"],
  ["SdkError", "the base of all"],
];

/** The page that leads to all others. */
export function indexPageText(pages: Pages): string {
  const { title, description, modules, schemas, baseUrl } = pages.context.model;
  const tags = modules.map((module) => {
    const heading = `### ${link(text(tagTitle(module)), tagPage(module))}\n`;
    return `${heading}\n${operationsTable(module.operations, pages)}`;
  });
  return [
    `${PAGE_HEADER}\n`,
    `# ${text(title) || "API"}\n`,
    prose(description),
    baseUrl === undefined
      ? ""
      : `All paths are relative to ${code(baseUrl)}, unless a client has another \`baseUrl\`.\n`,
    "## Forms\n",
    formsTable(pages),
    "## Operations\n",
    ...tags,
    ...(schemas.size > 0 ? [`${link(TYPES_TITLE, TYPES_PAGE)}: what the operations send and take.\n`] : []),
    "## Authorization\n",
    authorizationTable(pages),
    "## Error classes\n",
    errorsTable(),
  ]
    .filter(Boolean)
    .join("\n");
}

function formsTable({ context }: Pages): string {
  const { model } = context;
  const [operation] = model.modules[0]?.operations ?? [];
  if (!operation) return "There are no operations.\n";
  const { id } = operation;
  const method = model.methods.get(operation);
  const { sync, class: given } = context.settings;
  const rows = [
    ["Plain", code(id), "Resolves to the data, and rejects with an error class for any other status."],
    [
      "Detailed",
      code(`${id}Detailed`),
      "Resolves to status, headers, and either data or error, whatever the status is.",
    ],
  ];
  if (context.hasTwins && sync !== undefined) {
    rows.push([
      "Blocking",
      code(`${id}Sync`),
      `From ${code(sync)}, for Node.js, Deno and Bun: waits, and returns what the others resolve to.`,
    ]);
  }
  if (method) {
    const class_ = code(given ?? model.resources?.rootClass ?? "");
    const object = given === undefined ? "api" : "client";
    rows.push([
      "Class",
      code(`${object}.${method.resource}.${method.name}`),
      `${class_} has all operations as methods, with flat arguments.`,
    ]);
  }
  return table(["Form", "Name", "What it does"], rows);
}

function authorizationTable({ context }: Pages): string {
  const { securitySchemes } = context.model;
  if (securitySchemes.length === 0) return "No operation takes a credential.\n";
  const rows = securitySchemes.map(({ name, credential }) => {
    const makers = credentialFunctions(name, context).map((maker) => code(`${maker}()`));
    return [code(name), makers.join(", "), inline(credential?.carried ?? ""), inline(credential?.description ?? "")];
  });
  return table(["Scheme", "Made by", "Sent as", "Description"], rows);
}

function errorsTable(): string {
  const byStatus = Object.entries(STATUS_ERRORS).map(([status, name]) => [code(name), `status ${status}`]);
  const others = OTHER_ERRORS.map(([name, when]) => [code(name), when]);
  return `Each has a guard, as ${code("isNotFoundError(error)")}.\n\n${table(["Class", "When"], [...byStatus, ...others])}`;
}

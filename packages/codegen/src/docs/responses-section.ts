import { dereference, type Response, type Schema } from "../document/openapi.ts";
import { outcomes } from "../emit/result-type.ts";
import { errorName } from "../model/error-classes.ts";
import type { OperationModel, ResponseModel } from "../model/operation.ts";
import { code, inline, link, table } from "./markdown.ts";
import { INDEX_PAGE, type Pages } from "./pages.ts";
import { shownBody } from "./shown-type.ts";

/** The statuses of an operation, with what each answer has. */
export function responsesSection(model: OperationModel, pages: Pages): string {
  if (model.responses.length === 0) return "No answer is described.\n";
  const rows = model.responses.map((response) => [
    code(response.status),
    inline(response.description),
    bodyTypes(model, response, pages),
    outcomes(model, response).includes("Failure")
      ? link(code(errorName(response.status)), `${INDEX_PAGE}#error-classes`)
      : "",
    headers(model, response, pages)
      .map(([name]) => code(name))
      .join(", "),
  ]);
  const described = new Map(model.responses.flatMap((response) => headers(model, response, pages)));
  const list = [...described].flatMap(([name, words]) => (words ? [`- ${code(name)}: ${inline(words)}\n`] : []));
  const head = ["Status", "Description", "Body", "Error class", "Response headers"];
  return table(head, rows) + (list.length > 0 ? `\n${list.join("")}` : "");
}

/** What the plain form resolves to, in Markdown. */
export function resultType(model: OperationModel, pages: Pages): string {
  const successes = model.responses.filter((response) => outcomes(model, response).includes("Success"));
  if (successes.length === 0) return code("unknown");
  const types = successes.map((response) => bodyTypes(model, response, pages) || code("void"));
  return [...new Set(types)].join(" or ");
}

function bodyTypes(model: OperationModel, { status, media }: ResponseModel, pages: Pages): string {
  const { content = {} } = responseNode(model, status, pages) ?? {};
  const types = media.map((one) => {
    const node = dereference(pages.context.document, content[one.type]);
    return shownBody(pages, one, node?.schema as Schema | undefined);
  });
  return [...new Set(types)].join(" or ");
}

function headers(model: OperationModel, { status }: ResponseModel, pages: Pages): [name: string, text: string][] {
  const { document } = pages.context;
  const named = Object.entries(responseNode(model, status, pages)?.headers ?? {});
  return named.map(([name, node]) => [name, headerText(dereference(document, node as object))]);
}

function responseNode({ path, method }: OperationModel, status: string, { context }: Pages): Response | undefined {
  const { document } = context;
  return dereference<Response>(document, document.paths?.[path]?.[method]?.responses?.[status]);
}

function headerText(header: { readonly description?: unknown } | undefined): string {
  return typeof header?.description === "string" ? header.description : "";
}

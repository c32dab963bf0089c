import { errorName } from "../model/error-classes.ts";
import type { OperationModel } from "../model/operation.ts";
import type { ResponseModel } from "../model/responses.ts";
import type { StreamFraming } from "../model/stream-framing.ts";
import { code, inline, link, table } from "./markdown.ts";
import { INDEX_PAGE, type PageLinks } from "./page-links.ts";
import { shownBody } from "./shown-type.ts";

/** Writes the responses of an operation, by status. */
export function responsesSection({ responses }: OperationModel, links: PageLinks): string {
  if (responses.length === 0) return "No response is documented.\n";
  const rows = responses.map((response) => [
    code(response.status),
    inline(response.description),
    bodyTypes(response, links),
    response.outcomes.includes("Failure") ? link(code(errorName(response.status)), `${INDEX_PAGE}#error-classes`) : "",
    response.headers.map(({ name }) => code(name)).join(", "),
  ]);
  const headers = responses.flatMap((response) => response.headers);
  const described = new Map(headers.map(({ name, description }) => [name, description]));
  const list = [...described].flatMap(([name, words]) => (words ? [`- ${code(name)}: ${inline(words)}\n`] : []));
  const head = ["Status", "Description", "Body", "Error class", "Response headers"];
  return table(head, rows) + (list.length > 0 ? `\n${list.join("")}` : "");
}

/** Returns the result of the plain form, in Markdown. */
export function shownResult({ responses }: OperationModel, links: PageLinks): string {
  const successes = responses.filter(({ outcomes }) => outcomes.includes("Success"));
  if (successes.length === 0) return code("unknown");
  const types = successes.map((response) => bodyTypes(response, links) || code("void"));
  return [...new Set(types)].join(" or ");
}

/** Names of framings, for people. */
const FRAMING_NAMES: Readonly<Record<StreamFraming, string>> = {
  "event-stream": "server-sent events",
  "json-lines": "JSON Lines",
  "json-seq": "JSON text sequence",
};

function bodyTypes({ media }: ResponseModel, links: PageLinks): string {
  const types = media.map((one) => {
    const type = shownBody(links, one);
    return one.framing === undefined ? type : `${type} (${FRAMING_NAMES[one.framing]})`;
  });
  return [...new Set(types)].join(" or ");
}

import { takesBody } from "../contract/legible.ts";
import type { Operation } from "../contract/load-operations.ts";
import type { PrismViolation } from "../contract/prism-types.ts";
import type { Violation } from "../contract/violations.ts";
import { contentFor, schemaOf } from "./documented.ts";
import { resolverOf } from "./schema.ts";
import { undocumentedFields } from "./undocumented-fields.ts";

/** The parts of a request that are looked at. A form is an object of its parts. */
interface Sent {
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/**
 * Lists the query parameters, the body and its fields that an operation does not describe. Servers ignore them, and
 * JSON Schema allows them; most are misspelled.
 *
 * @param found - what Prism found: where a schema allows no more fields, it has said so
 */
export function undocumentedInRequest(
  operation: Operation,
  { query, headers, body }: Sent,
  found: readonly PrismViolation[],
): Violation[] {
  const described = operation.request?.query?.map(({ name }) => name) ?? [];
  const parameters = Object.keys(query)
    // The mock's own wishes begin with two underscores; `filter[name]` belongs to the parameter `filter`.
    .filter(
      (name) => !name.startsWith("__") && !described.includes(name) && !described.includes(name.split("[")[0] ?? ""),
    )
    .map((name) => warning(["request", "query", name], `The operation has no query parameter ${name}`));
  if (!takesBody(operation)) {
    return body === null ? parameters : [...parameters, warning(["request", "body"], "The operation takes no body")];
  }
  const mediaType = headers["content-type"]?.split(";")[0]?.trim().toLowerCase() ?? "";
  const content = operation.request?.body && contentFor(operation.request.body, mediaType);
  const closed = found.filter(({ code }) => code === "additionalProperties").map(({ path }) => path?.join("."));
  const fields = undocumentedFields(body, schemaOf(content), resolverOf(operation))
    .filter((path) => !closed.includes(["body", ...path.slice(0, -1)].join(".")))
    .map((path) => warning(["request", "body", ...path], `The body has no field ${path.join(".")} in the description`));
  return [...parameters, ...fields];
}

function warning(location: Violation["location"], message: string): Violation {
  return { location, severity: "Warning", message };
}

import type { Operation } from "../contract/load-operations.ts";
import type { PrismViolation } from "../contract/prism-types.ts";
import { takesBody } from "../contract/sanitize-request.ts";
import type { Violation } from "../contract/violations.ts";
import { contentFor, schemaOf } from "./documented.ts";
import { resolverOf } from "./schema.ts";
import { undocumentedFields } from "./undocumented-fields.ts";

/** The checked parts of a request. A form is an object of its parts. */
interface Sent {
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/**
 * Finds undocumented query parameters, bodies and fields. Servers ignore them and JSON Schema allows them, but most are
 * misspelled.
 *
 * @param found - the violations that Prism found: it reports additional fields that a schema forbids
 */
export function undocumentedInRequest(
  operation: Operation,
  { query, headers, body }: Sent,
  found: readonly PrismViolation[],
): Violation[] {
  const described = operation.request?.query?.map(({ name }) => name) ?? [];
  const parameters = Object.keys(query)
    // Preferences for the mock begin with two underscores; `filter[name]` belongs to the parameter `filter`.
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

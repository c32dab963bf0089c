import type { Operation } from "../contract/load-operations.ts";
import { operationName } from "../contract/operation-name.ts";
import { isPageSchema, successSchemaOf } from "../findings/documented.ts";
import { CannotRun } from "./cannot-run.ts";
import type { RequestValues } from "./outgoing-request.ts";
import { readPages } from "./pages.ts";
import { refusesStrangers } from "./refusals.ts";
import type { Suite } from "./suite.ts";
import type { VerificationPlan } from "./verification-plan.ts";

/** Checks the operations of any API that only read, with the examples of its description as values. */
export const readOnlyPlan: VerificationPlan = { run };

async function run(suite: Suite): Promise<void> {
  for (const operation of suite.operations) {
    const name = operationName(operation);
    const call = callOf(operation);
    if (typeof call === "string") {
      suite.skip(name, call);
      continue;
    }
    await refusesStrangers(suite, name, call);
    if (isPageSchema(successSchemaOf(operation))) await readPages(suite, name, call);
    else await suite.call(name, call);
  }
  const asked = suite.outcome().operations.filter(({ exchanges }) => exchanges > 0);
  const isHtml = asked.every(({ findings }) => findings.some(({ category }) => category === "html-page"));
  if (asked.length > 0 && isHtml) {
    throw new CannotRun(
      `${suite.target} does not serve the described API: an HTML page came for ${asked[0]?.path} and all others. ` +
        "Is the address complete?",
    );
  }
}

type Request = NonNullable<Operation["request"]>;
type Param = NonNullable<Request["path"] | Request["query"] | Request["headers"]>[number];

/** The values for an operation, or the reason why there are none. */
function callOf({ method, request = {} }: Operation): RequestValues | string {
  if (method !== "get") return `may change something: with --spec, no ${method.toUpperCase()} is sent`;
  if (request.body?.required) return "needs a body";
  if (request.cookie?.some(({ required }) => required)) return "needs a cookie";
  const path = valuesOf(request.path ?? []);
  if (typeof path === "string") return path;
  const query = valuesOf((request.query ?? []).filter(({ required }) => required));
  if (typeof query === "string") return query;
  const headers = valuesOf((request.headers ?? []).filter(({ required }) => required));
  if (typeof headers === "string") return headers;
  // The object of an example may not exist on the server, so a documented refusal is fine.
  return { path, query, headers, because: false };
}

function valuesOf(params: readonly Param[]): Record<string, string> | string {
  const values: Record<string, string> = {};
  for (const { name, examples = [], schema } of params) {
    const example = examples.flatMap((each) => ("value" in each ? [each.value] : []))[0];
    const value = example ?? schema?.default ?? (schema?.examples as unknown[] | undefined)?.[0] ?? schema?.enum?.[0];
    if (!["string", "number", "boolean"].includes(typeof value))
      return `needs a value for ${name}: no example is given`;
    values[name] = String(value);
  }
  return values;
}

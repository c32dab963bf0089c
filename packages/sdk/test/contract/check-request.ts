import { isDeepStrictEqual } from "node:util";
import type { Parameter } from "./document.ts";
import type { Described } from "./operations.ts";
import { fileName, type Variant } from "./variants.ts";

/** Sentences about everything in a request that is not as the description wants it. Credentials are checked apart. */
export async function checkRequest(request: Request, operation: Described, variant: Variant): Promise<string[]> {
  const problems: string[] = [];
  const expect = (what: string, actual: unknown, expected: unknown) => {
    if (!isDeepStrictEqual(actual, expected))
      problems.push(`${what} is ${show(actual)}, and should be ${show(expected)}`);
  };
  const at = (place: Parameter["in"]) => variant.parameters.filter(({ parameter }) => parameter.in === place);
  const url = new URL(request.url);

  expect("the method", request.method, operation.method.toUpperCase());
  expect("the path", url.pathname, fillPath(operation.path, at("path")));
  expect("the query", [...url.searchParams].sort(), at("query").flatMap(pairsOf).sort());
  for (const { parameter, value } of at("header")) {
    expect(`the header ${parameter.name}`, request.headers.get(parameter.name), `${value}`);
  }
  const cookies = at("cookie")
    .flatMap(pairsOf)
    .map(([name, value]) => `${name}=${value}`);
  expect("the header cookie", request.headers.get("cookie"), cookies.length > 0 ? cookies.join("; ") : null);
  const contentType = request.headers.get("content-type");
  expect("the content type", contentType?.split(";")[0] ?? null, variant.body?.mediaType ?? null);
  if (problems.length === 0) expect("the body", await readBody(request), expectedBody(variant));
  return problems;
}

/** Sentences about media types of successes that a request does not ask for. */
export function checkAccept(request: Request, { responses }: Described): string[] {
  const successes = responses.filter(([status]) => status.startsWith("2"));
  const accept = request.headers.get("accept") ?? "";
  const lacking = successes
    .flatMap(([, { content = {} }]) => Object.keys(content))
    .filter((type) => !accept.includes(type));
  return [...new Set(lacking)].map((type) => `the header accept is ${show(accept)}, and lacks ${type}`);
}

function fillPath(path: string, given: Variant["parameters"]): string {
  return given.reduce((filled, { parameter, value }) => {
    if (typeof value === "object") throw new Error(`cannot be covered: path parameter "${parameter.name}" is no text`);
    return filled.replace(`{${parameter.name}}`, encodeURIComponent(`${value}`));
  }, path);
}

function pairsOf({ parameter, value }: Variant["parameters"][number]): [string, string][] {
  const { name, style = "form", explode = style === "form" } = parameter;
  if (typeof value !== "object") return [[name, `${value}`]];
  if (Array.isArray(value) && style === "form" && explode) return value.map((item) => [name, `${item}`]);
  throw new Error(`cannot be covered: the suite does not know how query parameter "${name}" is laid out`);
}

async function readBody(request: Request): Promise<unknown> {
  const contentType = request.headers.get("content-type");
  if (!contentType) return undefined;
  if (/[/+]json\b/.test(contentType)) return await request.json();
  if (!/^multipart\/form-data|urlencoded/.test(contentType)) return await request.text();
  const fields = [...(await request.formData())].map(async ([name, field]) => [
    name,
    typeof field === "string" ? field : { fileName: field.name, text: await field.text() },
  ]);
  return Object.fromEntries(await Promise.all(fields));
}

/** The body of a variant in the form in which {@link readBody} gives one back. */
function expectedBody({ body, params }: Variant): unknown {
  if (!body || !/^multipart\/form-data|urlencoded/.test(body.mediaType)) return body?.value;
  const fields = Object.entries(body.value as object).map(([name, value]) => {
    const isFile = (params.body as Record<string, unknown>)[name] instanceof Blob;
    return [name, isFile ? { fileName: fileName(name), text: value } : `${value}`];
  });
  return Object.fromEntries(fields);
}

export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

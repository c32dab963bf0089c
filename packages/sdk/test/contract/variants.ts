import { type Document, type MediaType, type Parameter, type Reference, resolve, type Schema } from "./document.ts";
import { examplesOf } from "./examples.ts";
import type { Described } from "./operations.ts";
import { sensitiveTexts } from "./sensitive.ts";

/** A body as it has to arrive. */
export interface ExpectedBody {
  mediaType: string;
  value: unknown;
}

/** Arguments for an operation, made from the examples of the description, and what has to arrive at the server. */
export interface Variant {
  name: string;
  params: Record<string, unknown>;
  parameters: { parameter: Parameter; value: unknown }[];
  body: ExpectedBody | undefined;
  sensitive: string[];
}

/** @throws Error with a sentence, if the description lacks what it takes */
export function variantsOf(document: Document, operation: Described): Variant[] {
  const bodies = bodiesOf(document, operation);
  const all = bodies.map((body) => variant(document, operation.parameters, "all parameters", body));
  const required = operation.parameters.filter((parameter) => parameter.required);
  const least = operation.body?.required ? prune(document, bodies[0]) : undefined;
  const variants = [...all, variant(document, required, "required parameters only", least)];
  return variants.filter((each, at) => at === 0 || JSON.stringify(each.params) !== JSON.stringify(variants[0]?.params));
}

interface Body extends ExpectedBody {
  schema: Schema | Reference | undefined;
  argument: unknown;
  chosen: boolean;
}

function variant(document: Document, parameters: Parameter[], name: string, body: Body | undefined): Variant {
  const given = parameters.map((parameter) => ({ parameter, value: exampleOf(document, parameter) }));
  const names = given.map(({ parameter }) => parameter.name);
  const twice = names.find((each, at) => names.indexOf(each) !== at);
  if (twice) throw new Error(`cannot be covered: two parameters are called "${twice}"`);
  const secretParameters = given.flatMap(({ parameter, value }) =>
    parameter["x-sensitive"] ? [`${value}`] : sensitiveTexts(document, parameter.schema, value),
  );
  return {
    name: body ? `${name}, ${body.mediaType}` : name,
    params: {
      ...Object.fromEntries(given.map(({ parameter, value }) => [parameter.name, value])),
      ...(body && { body: body.argument }),
      ...(body?.chosen && { contentType: body.mediaType }),
    },
    parameters: given,
    body: body && { mediaType: body.mediaType, value: body.value },
    sensitive: [...secretParameters, ...sensitiveTexts(document, body?.schema, body?.value)],
  };
}

function exampleOf(document: Document, parameter: Parameter): unknown {
  const [example] = examplesOf(document, parameter);
  if (!example) throw new Error(`cannot be covered: parameter "${parameter.name}" has no example`);
  return example.value;
}

function bodiesOf(document: Document, { body }: Described): (Body | undefined)[] {
  const content = Object.entries(body?.content ?? {});
  if (content.length === 0) return [undefined];
  return content.flatMap(([mediaType, media]) => {
    const examples = examplesOf(document, media);
    if (examples.length === 0) throw new Error(`cannot be covered: the ${mediaType} body has no example`);
    return examples.map(({ value }) => createBody(document, mediaType, media, value, content.length > 1));
  });
}

function createBody(document: Document, mediaType: string, media: MediaType, value: unknown, chosen: boolean): Body {
  const { schema } = media;
  return { mediaType, value, schema, chosen, argument: argumentOf(document, mediaType, schema, value) };
}

/** The example as a caller writes it: files as `File`. */
function argumentOf(document: Document, mediaType: string, schema: Body["schema"], value: unknown): unknown {
  if (!/^multipart\//.test(mediaType)) return value;
  const { properties = {} } = schema ? resolve<Schema>(document, schema) : {};
  const fields = Object.entries(value as object).map(([name, field]) => {
    const isFile = properties[name] && resolve<Schema>(document, properties[name]).format === "binary";
    return [name, isFile ? new File([field], fileName(name)) : field];
  });
  return Object.fromEntries(fields);
}

export function fileName(field: string): string {
  return `${field}.env`;
}

/** A body with nothing but what its schema requires, if that leaves something. */
function prune(document: Document, body: Body | undefined): Body | undefined {
  if (!body?.schema) return body;
  const { required = [] } = resolve<Schema>(document, body.schema);
  const pick = (fields: unknown) =>
    Object.fromEntries(Object.entries(fields as object).filter(([name]) => required.includes(name)));
  if (required.length === 0 || typeof body.value !== "object") return body;
  return { ...body, value: pick(body.value), argument: pick(body.argument) };
}

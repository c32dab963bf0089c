import {
  dereference,
  type Method,
  type OpenApiDocument,
  type Operation,
  type Parameter,
  type RequestBody,
  type Response,
  type SecurityScheme,
} from "../document/openapi.ts";
import { camelCase, NameRegistry } from "../names/names.ts";
import { type Media, mediaOf } from "./media-type.ts";
import type { PagesModel, Pagination } from "./pages.ts";
import { hasPlainParameters } from "./plain-parameters.ts";
import { sensitiveNames } from "./sensitive.ts";

/** A parameter, and the name that it has among the arguments. */
export interface ParameterModel extends Parameter {
  /** Name of the argument: the wire name, with its place where two places have the same. */
  readonly argument: string;
}

/** A documented response. */
export interface ResponseModel {
  /** `"200"`, `"4XX"` or `"default"`. */
  readonly status: string;
  readonly description: string;
  readonly media: readonly Media[];
}

/** What the emitters need to know of an operation, gathered once. */
export interface OperationModel {
  /** `operationId`; also the name of the function. */
  readonly id: string;
  readonly method: Method;
  readonly path: string;
  readonly tag: string | undefined;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  readonly externalDocs: Operation["externalDocs"];
  readonly parameters: readonly ParameterModel[];
  /** Whether the runtime can write the parameters by itself. */
  readonly hasPlainParameters: boolean;
  readonly body: { readonly required: boolean; readonly media: readonly Media[] } | undefined;
  readonly responses: readonly ResponseModel[];
  /** Alternatives, each the names of the schemes that it needs together. */
  readonly security: readonly (readonly string[])[];
  /** Names of the properties and parameters whose values are secret; `*` for a whole body. */
  readonly sensitive: readonly string[];
  /** How its pages follow each other, if it has pages. */
  readonly pages: PagesModel | undefined;
}

/** Statuses whose answers have no body, whatever a description says (RFC 9110, section 6.4.1). */
const EMPTY = new Set(["100", "101", "102", "103", "1XX", "204", "205", "304"]);

/** Gathers an operation of a normalized document. */
export function modelOperation(
  document: OpenApiDocument,
  path: string,
  method: Method,
  pagination: Pagination,
): OperationModel {
  const operation = document.paths?.[path]?.[method];
  if (!operation?.operationId) throw new Error(`${method} ${path} was not normalized`);
  const body = dereference<RequestBody>(document, operation.requestBody);
  const bodyMedia = mediaOf(document, body?.content, ["requestBody", "content"]);
  const parameters = modelParameters(document, operation, bodyMedia);
  const responses = Object.entries(operation.responses ?? {}).filter(([status]) => !status.startsWith("x-"));
  return {
    id: operation.operationId,
    method,
    path,
    tag: firstTag(operation),
    summary: operation.summary,
    description: operation.description,
    deprecated: operation.deprecated === true,
    externalDocs: operation.externalDocs,
    parameters,
    hasPlainParameters: hasPlainParameters(document, operation, ({ name, in: place }) => {
      return parameters.some((one) => one.in === place && one.name === name && one.argument !== name);
    }),
    body: bodyMedia.length > 0 ? { required: body?.required === true, media: bodyMedia } : undefined,
    responses: responses.map(([status, node]) => {
      const response = dereference<Response>(document, node);
      const media = mediaOf(document, response?.content, ["responses", status, "content"]);
      const empty = method === "head" || EMPTY.has(status);
      return { status, description: String(response?.description ?? ""), media: empty ? [] : media };
    }),
    security: securityAlternatives(document, operation),
    sensitive: sensitiveNames(document, operation, parameters),
    pages: pagination.pagesOf({ path, method, operation, parameters }),
  };
}

function firstTag({ tags }: Operation): string | undefined {
  const [tag] = Array.isArray(tags) ? tags : [];
  return tag === undefined || tag === "" ? undefined : String(tag);
}

/**
 * Parameters are flat among the arguments, under their own names. One that stands in two places, or is named like the
 * body, gets its place as a suffix: `idPath`, `idQuery`. So does a name that every object has, such as `__proto__`.
 */
function modelParameters(document: OpenApiDocument, operation: Operation, body: readonly Media[]): ParameterModel[] {
  const parameters = (operation.parameters ?? []).flatMap((node) => dereference<Parameter>(document, node) ?? []);
  const counts = new Map(Object.getOwnPropertyNames(Object.prototype).map((name) => [name, 1]));
  if (body.length > 0) counts.set("body", 1);
  if (body.length > 1) counts.set("contentType", 1);
  for (const parameter of parameters) counts.set(plainName(parameter), (counts.get(plainName(parameter)) ?? 0) + 1);
  const taken = new NameRegistry(counts.keys());
  return parameters.map((parameter) => {
    const name = plainName(parameter);
    const { in: place } = parameter;
    const suffixed = `${name}${place.charAt(0).toUpperCase()}${place.slice(1)}`;
    return { ...parameter, argument: counts.get(name) === 1 ? name : taken.take(suffixed) };
  });
}

/** In a path, the runtime takes these signs for a style. */
function plainName({ name, in: place }: Parameter): string {
  return place === "path" && /^[.;]|\*$/.test(name) ? camelCase(name) : name;
}

/** A client certificate is no credential that a request could carry; the transport shows it. */
function securityAlternatives(document: OpenApiDocument, { security = [] }: Operation): string[][] {
  const schemes = document.components?.securitySchemes ?? {};
  const isCertificate = (name: string): boolean =>
    Object.hasOwn(schemes, name) && dereference<SecurityScheme>(document, schemes[name])?.type === "mutualTLS";
  return security.map((requirement) => Object.keys(requirement).filter((name) => !isCertificate(name)));
}

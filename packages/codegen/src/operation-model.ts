import {
  dereference,
  type Method,
  type OpenApiDocument,
  type Operation,
  type Parameter,
  type RequestBody,
  type Response,
} from "./description/openapi.ts";
import { type Media, mediaOf } from "./media.ts";
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
  readonly body: { readonly required: boolean; readonly media: readonly Media[] } | undefined;
  readonly responses: readonly ResponseModel[];
  /** Alternatives, each the names of the schemes that it needs together. */
  readonly security: readonly (readonly string[])[];
  /** Names of the properties and parameters whose values are secret; `*` for a whole body. */
  readonly sensitive: readonly string[];
}

/** Gathers an operation of a repaired document. */
export function modelOperation(document: OpenApiDocument, path: string, method: Method): OperationModel {
  const operation = document.paths?.[path]?.[method];
  if (!operation?.operationId) throw new Error(`${method} ${path} was not repaired`);
  const body = dereference<RequestBody>(document, operation.requestBody);
  const bodyMedia = mediaOf(document, body?.content, ["requestBody", "content"]);
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
    parameters: modelParameters(document, operation, bodyMedia),
    body: bodyMedia.length > 0 ? { required: body?.required === true, media: bodyMedia } : undefined,
    responses: responses.map(([status, node]) => {
      const response = dereference<Response>(document, node);
      const media = mediaOf(document, response?.content, ["responses", status, "content"]);
      return { status, description: String(response?.description ?? ""), media };
    }),
    security: securityAlternatives(document, operation),
    sensitive: sensitiveNames(document, operation),
  };
}

function firstTag({ tags }: Operation): string | undefined {
  const [tag] = Array.isArray(tags) ? tags : [];
  return tag === undefined || tag === "" ? undefined : String(tag);
}

/**
 * Parameters are flat among the arguments, under their own names. One that stands in two places, or is named like the
 * body, gets its place as a suffix: `idPath`, `idQuery`. So does `__proto__`, which cannot be set like other properties.
 */
function modelParameters(document: OpenApiDocument, operation: Operation, body: readonly Media[]): ParameterModel[] {
  const parameters = (operation.parameters ?? []).flatMap((node) => dereference<Parameter>(document, node) ?? []);
  const counts = new Map<string, number>([["__proto__", 1]]);
  if (body.length > 0) counts.set("body", 1);
  if (body.length > 1) counts.set("contentType", 1);
  for (const { name } of parameters) counts.set(name, (counts.get(name) ?? 0) + 1);
  return parameters.map((parameter) => {
    const { name, in: place } = parameter;
    const alone = counts.get(name) === 1;
    return { ...parameter, argument: alone ? name : `${name}${place.charAt(0).toUpperCase()}${place.slice(1)}` };
  });
}

/** A client certificate is no credential that a request could carry; the transport shows it. */
function securityAlternatives(document: OpenApiDocument, { security = [] }: Operation): string[][] {
  const schemes = document.components?.securitySchemes ?? {};
  return security.map((requirement) => Object.keys(requirement).filter((name) => schemes[name]?.type !== "mutualTLS"));
}

import {
  dereference,
  formatPointer,
  type Method,
  type OpenApiDocument,
  type Operation,
  type SecurityScheme,
} from "../document/openapi.ts";
import type { Media } from "./media.ts";
import type { PagesModel, Pagination } from "./pages.ts";
import { modelParameters, type ParameterModel } from "./parameters.ts";
import { hasPlainParameters } from "./plain-parameters.ts";
import { modelRequestBody, type RequestBodyModel } from "./request-body.ts";
import { acceptHeader, hasBody, modelResponses, type ResponseModel, successMedia } from "./responses.ts";
import { schemaResolver } from "./schemas.ts";
import { sensitiveNames } from "./sensitive.ts";

/** An operation. */
export interface OperationModel {
  /** The normalized `operationId`, which is also the name of the function. */
  readonly id: string;
  readonly method: Method;
  readonly path: string;
  /** JSON pointer into the document. */
  readonly pointer: string;
  readonly tag: string | undefined;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  readonly externalDocs: Operation["externalDocs"];
  readonly parameters: readonly ParameterModel[];
  /** Whether the core of the runtime can serialize the parameters. */
  readonly hasPlainParameters: boolean;
  readonly body: RequestBodyModel | undefined;
  readonly responses: readonly ResponseModel[];
  /** Media types of all successes. */
  readonly successMedia: readonly Media[];
  /** Value of the `Accept` header. */
  readonly accept: string;
  /** Alternatives, each a list of security schemes that are required together. */
  readonly security: readonly (readonly string[])[];
  /** Names of sensitive properties and parameters; `*` for a whole body. */
  readonly sensitive: readonly string[];
  /** Whether the body of a success has a sensitive property. */
  readonly hasSecretResult: boolean;
  /** Pagination, if the operation has pages. */
  readonly pages: PagesModel | undefined;
  /** The node of the description. */
  readonly node: Operation;
}

/** Models an operation of a normalized document. */
export function modelOperation(
  document: OpenApiDocument,
  path: string,
  method: Method,
  pagination: Pagination,
): OperationModel {
  const operation = document.paths?.[path]?.[method];
  if (!operation?.operationId) throw new Error(`${method} ${path} was not normalized`);
  const id = operation.operationId;
  const resolve = schemaResolver(document);
  const body = modelRequestBody(document, operation);
  const bodyMedia = body?.media ?? [];
  const parameters = modelParameters(document, operation, bodyMedia);
  const described = modelResponses(document, operation);
  const responses = described.map((response) => (hasBody(method, response.status) ? response : withoutBody(response)));
  const successes = described.filter(({ status }) => status.startsWith("2"));
  const media = successMedia(responses);
  return {
    id,
    method,
    path,
    pointer: formatPointer(["paths", path, method]),
    tag: firstTag(operation),
    summary: operation.summary,
    description: operation.description,
    deprecated: operation.deprecated === true,
    externalDocs: operation.externalDocs,
    parameters,
    hasPlainParameters: hasPlainParameters(resolve, parameters),
    body,
    responses,
    successMedia: media,
    accept: acceptHeader(media),
    security: securityAlternatives(document, operation),
    // This includes bodies of responses that cannot have one, because a server may send them anyway.
    sensitive: sensitiveNames(resolve, parameters, [...bodyMedia, ...described.flatMap((one) => one.media)]),
    hasSecretResult:
      sensitiveNames(
        resolve,
        [],
        successes.flatMap((one) => one.media),
      ).length > 0,
    pages: pagination.pagesOf({
      id,
      path,
      method,
      parameters,
      responses,
      paginationStyle: operation["x-sdk-pagination"],
    }),
    node: operation,
  };
}

function withoutBody(response: ResponseModel): ResponseModel {
  return { ...response, media: [] };
}

function firstTag({ tags }: Operation): string | undefined {
  const [tag] = Array.isArray(tags) ? tags : [];
  return tag === undefined || tag === "" ? undefined : String(tag);
}

/** Leaves out `mutualTLS`: the TLS connection presents the certificate, so a request needs no credential. */
function securityAlternatives(document: OpenApiDocument, { security = [] }: Operation): string[][] {
  const schemes = document.components?.securitySchemes ?? {};
  const isCertificate = (name: string): boolean =>
    Object.hasOwn(schemes, name) && dereference<SecurityScheme>(document, schemes[name])?.type === "mutualTLS";
  return security.map((requirement) => Object.keys(requirement).filter((name) => !isCertificate(name)));
}

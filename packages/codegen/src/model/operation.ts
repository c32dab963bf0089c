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

/** An operation: all that is known of it, gathered once. */
export interface OperationModel {
  /** `operationId`; also the name of the function. */
  readonly id: string;
  readonly method: Method;
  readonly path: string;
  /** JSON pointer to it in the document. */
  readonly pointer: string;
  readonly tag: string | undefined;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  readonly externalDocs: Operation["externalDocs"];
  readonly parameters: readonly ParameterModel[];
  /** Whether the runtime can write the parameters by itself. */
  readonly hasPlainParameters: boolean;
  readonly body: RequestBodyModel | undefined;
  readonly responses: readonly ResponseModel[];
  /** All that its successes may come in. */
  readonly successMedia: readonly Media[];
  /** Value of the `Accept` header. */
  readonly accept: string;
  /** Alternatives, each the names of the schemes that it needs together. */
  readonly security: readonly (readonly string[])[];
  /** Names of the properties and parameters whose values are secret; `*` for a whole body. */
  readonly sensitive: readonly string[];
  /** Whether the body of a success holds a secret. */
  readonly hasSecretResult: boolean;
  /** How its pages follow each other, if it has pages. */
  readonly pages: PagesModel | undefined;
  /** As the description has it. */
  readonly node: Operation;
}

/** Gathers an operation of a normalized document. */
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
    // A description may give a body to a response that cannot have one; its secrets are no less secret.
    sensitive: sensitiveNames(resolve, parameters, [...bodyMedia, ...described.flatMap((one) => one.media)]),
    hasSecretResult:
      sensitiveNames(
        resolve,
        [],
        successes.flatMap((one) => one.media),
      ).length > 0,
    pages: pagination.pagesOf({ id, path, method, parameters, responses, pageKind: operation["x-sdk-pagination"] }),
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

/** A client certificate is no credential that a request could carry; the transport shows it. */
function securityAlternatives(document: OpenApiDocument, { security = [] }: Operation): string[][] {
  const schemes = document.components?.securitySchemes ?? {};
  const isCertificate = (name: string): boolean =>
    Object.hasOwn(schemes, name) && dereference<SecurityScheme>(document, schemes[name])?.type === "mutualTLS";
  return security.map((requirement) => Object.keys(requirement).filter((name) => !isCertificate(name)));
}

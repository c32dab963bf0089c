import {
  dereference,
  formatPointer,
  isObject,
  METHODS,
  type Method,
  type OpenApiDocument,
  type Operation,
  type Parameter,
  type PathItem,
  type Reference,
} from "../document/openapi.ts";
import { listOf } from "./lists.ts";
import { modelRequestBody, type RequestBodyModel } from "./request-body.ts";
import { modelResponses, type ResponseModel } from "./responses.ts";

/** A webhook, which is an operation that the server calls. */
export interface WebhookModel {
  readonly name: string;
  readonly method: Method;
  /** JSON pointer into the document. */
  readonly pointer: string;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  /** Parameters, usually headers. */
  readonly parameters: readonly Parameter[];
  readonly body: RequestBodyModel | undefined;
  /** Responses of the receiver. */
  readonly responses: readonly ResponseModel[];
  /** The node of the description. */
  readonly node: Operation;
}

/** Returns the webhooks in the order of the description. */
export function modelWebhooks(document: OpenApiDocument): WebhookModel[] {
  const webhooks = isObject(document.webhooks) ? document.webhooks : {};
  return Object.entries(webhooks).flatMap(([name, node]) => {
    const item = isObject(node) ? dereference<PathItem>(document, node as unknown as Reference) : undefined;
    return METHODS.flatMap((method): WebhookModel[] => {
      const given: unknown = item?.[method];
      if (!isObject(given)) return [];
      const operation = given as Operation;
      const parameters = [...listOf(operation.parameters), ...listOf(item?.parameters)].flatMap((one) => {
        return dereference<Parameter>(document, one as Parameter) ?? [];
      });
      return [
        {
          name,
          method,
          pointer: formatPointer(["webhooks", name, method]),
          summary: operation.summary,
          description: operation.description,
          parameters,
          body: modelRequestBody(document, operation),
          responses: modelResponses(document, operation),
          node: operation,
        },
      ];
    });
  });
}

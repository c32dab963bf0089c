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

/** A webhook: an operation that the other side calls. */
export interface WebhookModel {
  readonly name: string;
  readonly method: Method;
  /** JSON pointer to it in the document. */
  readonly pointer: string;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  /** What comes beside the body, above all headers. */
  readonly parameters: readonly Parameter[];
  readonly body: RequestBodyModel | undefined;
  /** What the receiver may respond. */
  readonly responses: readonly ResponseModel[];
  /** As the description has it. */
  readonly node: Operation;
}

/** The webhooks in the order of the description. */
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

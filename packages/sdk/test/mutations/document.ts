import {
  type Document,
  type MediaType,
  methods,
  type OperationObject,
  type PathItem,
  type RequestBody,
  type Response,
  resolve,
} from "../contract/document.ts";

interface Place {
  path: string;
  item: PathItem;
  method: (typeof methods)[number];
  operation: OperationObject;
}

/** Finds an operation in a document, to break it. */
export function find(document: Document, operationId: string): Place {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = item[method];
      if (operation?.operationId === operationId) return { path, item, method, operation };
    }
  }
  throw new Error(`no operation ${operationId}`);
}

/** Moves an operation to another path or method. */
export function move(document: Document, operationId: string, to: { path?: string; method?: Place["method"] }): void {
  const { path, item, method, operation } = find(document, operationId);
  delete item[method];
  const { parameters } = item;
  const target = document.paths[to.path ?? path] ?? (parameters ? { parameters } : {});
  target[to.method ?? method] = operation;
  document.paths[to.path ?? path] = target;
}

/** The body of a request, its own copy. */
export function bodyOf(document: Document, operationId: string): { content: Record<string, MediaType> } {
  const { operation } = find(document, operationId);
  const body = structuredClone(resolve<RequestBody>(document, operation.requestBody ?? {}));
  operation.requestBody = body;
  return body as { content: Record<string, MediaType> };
}

/** A response, its own copy. */
export function responseOf(document: Document, operationId: string, status: string): Required<Response> {
  const { responses = {} } = find(document, operationId).operation;
  const response = structuredClone(resolve<Response>(document, responses[status] ?? {}));
  responses[status] = response;
  return response as Required<Response>;
}

/** The example of a JSON body or response, to be changed in place. */
export function exampleOf({ content }: { content: Record<string, MediaType> }): Record<string, unknown> {
  return content["application/json"]?.example as Record<string, unknown>;
}

/** The schema of a JSON body or response, its own copy and loose. */
export function schemaOf(document: Document, { content }: { content: Record<string, MediaType> }) {
  const media = content["application/json"] as MediaType;
  const schema = structuredClone(resolve(document, media.schema ?? {})) as Record<string, unknown>;
  media.schema = schema;
  return schema as { required: string[]; properties: Record<string, object> };
}

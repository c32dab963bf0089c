import {
  type Document,
  type Method,
  methods,
  type Parameter,
  type RequestBody,
  type Requirement,
  type Response,
  resolve,
} from "./document.ts";

/** An operation as the description has it, references followed. */
export interface Described {
  id: string;
  method: Method;
  path: string;
  tags: string[];
  parameters: Parameter[];
  body: RequestBody | undefined;
  responses: [status: string, response: Response][];
  /** Alternatives. Empty if no credentials are needed. */
  security: Requirement[];
}

export function describedOperations(document: Document): Described[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      const { operationId, tags = [], requestBody, responses = {}, security = document.security ?? [] } = operation;
      return {
        id: operationId ?? `${method.toUpperCase()} ${path}`,
        method,
        path,
        tags,
        parameters: mergeParameters(document, item.parameters, operation.parameters),
        body: requestBody && resolve<RequestBody>(document, requestBody),
        responses: Object.entries(responses).map(([status, response]): [string, Response] => [
          status,
          resolve<Response>(document, response),
        ]),
        security,
      };
    }),
  );
}

/** The module of an operation: its first tag, or `default`. */
export function moduleOf({ tags }: Described): string {
  return tags[0] ?? "default";
}

/** Parameters of an operation replace those of its path that have the same name and place. */
function mergeParameters(document: Document, ...lists: (Document["paths"][string]["parameters"] | undefined)[]) {
  const merged = new Map<string, Parameter>();
  for (const parameter of lists.flatMap((list) => list ?? [])) {
    const resolved = resolve<Parameter>(document, parameter);
    merged.set(`${resolved.in} ${resolved.name}`, resolved);
  }
  return [...merged.values()];
}

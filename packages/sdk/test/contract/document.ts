/** The part of OpenAPI that the contract suite reads. */
export interface Document {
  security?: Requirement[];
  paths: Record<string, PathItem>;
  components?: { securitySchemes?: Record<string, SecurityScheme | Reference>; [kind: string]: unknown };
  [field: string]: unknown;
}

export interface Reference {
  $ref: string;
}

/** Schemes that are needed together. */
export type Requirement = Record<string, string[]>;

export type Method = (typeof methods)[number];
export const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

export type PathItem = { parameters?: (Parameter | Reference)[] } & { [method in Method]?: OperationObject };

export interface OperationObject {
  tags?: string[];
  operationId?: string;
  security?: Requirement[];
  parameters?: (Parameter | Reference)[];
  requestBody?: RequestBody | Reference;
  responses?: Record<string, Response | Reference>;
}

export interface Example {
  value?: unknown;
}

export interface WithExamples {
  example?: unknown;
  examples?: Record<string, Example | Reference>;
}

export interface Parameter extends WithExamples {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required?: boolean;
  style?: string;
  explode?: boolean;
  schema?: Schema | Reference;
  "x-sensitive"?: boolean;
}

export interface MediaType extends WithExamples {
  schema?: Schema | Reference;
}

export interface RequestBody {
  required?: boolean;
  content?: Record<string, MediaType>;
}

export interface Response {
  headers?: Record<string, (WithExamples & { schema?: Schema | Reference }) | Reference>;
  content?: Record<string, MediaType>;
}

export interface Schema extends WithExamples {
  type?: string | string[];
  format?: string;
  required?: string[];
  properties?: Record<string, Schema | Reference>;
  additionalProperties?: boolean | Schema | Reference;
  items?: Schema | Reference;
  allOf?: (Schema | Reference)[];
  anyOf?: (Schema | Reference)[];
  oneOf?: (Schema | Reference)[];
  "x-sensitive"?: boolean;
}

export interface SecurityScheme {
  type: string;
  name?: string;
  in?: string;
  scheme?: string;
  "x-sdk-name"?: string;
  "x-sdk-prefix"?: string;
}

/** Follows a reference inside of the document, and references that it leads to. */
export function resolve<Target>(document: Document, target: Target | Reference): Target {
  let found: unknown = target;
  while (isReference(found)) {
    const { $ref } = found;
    const keys = $ref.replace(/^#\//, "").split("/");
    found = keys.reduce<unknown>((node, key) => {
      const name = decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~");
      return (node as Record<string, unknown> | undefined)?.[name];
    }, document);
    if (found === undefined) throw new Error(`${$ref} leads nowhere`);
  }
  return found as Target;
}

function isReference(node: unknown): node is Reference {
  return typeof node === "object" && node !== null && typeof (node as Reference).$ref === "string";
}

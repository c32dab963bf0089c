/**
 * The parts of an OpenAPI 3.0/3.1 document that the generator reads. The types are loose because descriptions are
 * untrusted; `normalize/` guarantees the rest.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html
 */
export interface OpenApiDocument {
  openapi: string;
  info?: { title?: string; version?: string; description?: string };
  servers?: { url?: string; variables?: Record<string, { default?: string }> }[];
  tags?: { name?: string; description?: string }[];
  paths?: Record<string, PathItem>;
  webhooks?: unknown;
  components?: Record<string, Record<string, unknown> | undefined> & {
    schemas?: Record<string, Schema>;
    securitySchemes?: Record<string, SecurityScheme>;
  };
  security?: SecurityRequirement[];
  /** Pagination styles. */
  "x-sdk-pagination"?: unknown;
  /** Names for unions of clients. */
  "x-sdk-clients"?: unknown;
}

export const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;
export type Method = (typeof METHODS)[number];

export interface PathItem extends Partial<Record<Method, Operation>> {
  $ref?: string;
  parameters?: (Parameter | Reference)[];
}

export interface Reference {
  $ref: string;
}

export interface Operation {
  operationId?: string;
  tags?: string[];
  summary?: string;
  description?: string;
  deprecated?: boolean;
  externalDocs?: { url?: string; description?: string };
  parameters?: (Parameter | Reference)[];
  requestBody?: RequestBody | Reference;
  responses?: Record<string, Response | Reference>;
  security?: SecurityRequirement[];
  /** Name of the resource that has the method. */
  "x-sdk-group"?: string;
  /** Name of the method. */
  "x-sdk-method"?: string;
  /** Pagination style; false for no pagination. */
  "x-sdk-pagination"?: unknown;
}

export type SecurityRequirement = Record<string, string[]>;

export interface Parameter {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required?: boolean;
  description?: string;
  deprecated?: boolean;
  style?: string;
  explode?: boolean;
  allowReserved?: boolean;
  schema?: Schema | Reference;
  content?: Record<string, MediaType>;
  example?: unknown;
  examples?: unknown;
  "x-sensitive"?: boolean;
  /** Name among the arguments of a resource's method. */
  "x-sdk-name"?: string;
}

export interface RequestBody {
  required?: boolean;
  description?: string;
  content?: Record<string, MediaType>;
}

export interface Response {
  description?: string;
  headers?: Record<string, unknown>;
  content?: Record<string, MediaType>;
}

export interface MediaType {
  schema?: Schema | Reference;
  example?: unknown;
  examples?: unknown;
  encoding?: unknown;
}

export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  default?: unknown;
  const?: unknown;
  enum?: unknown;
  example?: unknown;
  examples?: unknown;
  minimum?: unknown;
  title?: string;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  readOnly?: boolean;
  deprecated?: boolean;
  nullable?: boolean;
  discriminator?: { propertyName?: unknown; mapping?: unknown };
  items?: Schema;
  additionalProperties?: boolean | Schema;
  patternProperties?: Record<string, Schema>;
  prefixItems?: Schema[];
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  contentMediaType?: string;
  contentEncoding?: string;
  "x-sensitive"?: boolean;
  /** Name of a property among the arguments of a resource's method. */
  "x-sdk-name"?: string;
}

export interface SecurityScheme {
  type?: string;
  in?: string;
  name?: string;
  scheme?: string;
  description?: string;
  /** Name of the credential function. */
  "x-sdk-name"?: string;
  /** Word before an API key, as in `Authorization: Token <key>`. */
  "x-sdk-prefix"?: string;
}

/** Whether a value is an object, but not an array or null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Sets an own property, even one named `__proto__`. */
export function setOwn(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, configurable: true, enumerable: true, writable: true });
}

/** Follows `$ref`s within the document. Returns undefined if one is broken or they form a cycle. */
export function dereference<T extends object>(
  document: OpenApiDocument,
  node: T | Reference | undefined,
): T | undefined {
  let current: unknown = node;
  for (let hops = 0; isObject(current) && typeof current.$ref === "string"; hops++) {
    if (hops === 32) return undefined;
    current = resolvePointer(document, current.$ref);
  }
  return isObject(current) ? (current as T) : undefined;
}

/** Resolves a JSON pointer in fragment form, such as `#/components/schemas/Project`. Returns undefined if it is broken. */
export function resolvePointer(root: unknown, pointer: string): unknown {
  let node = root;
  for (const token of parsePointer(pointer)) {
    if (typeof node !== "object" || node === null || !Object.hasOwn(node, token)) return undefined;
    node = (node as Record<string, unknown>)[token];
  }
  return node;
}

/** Returns the name of the component schema that a reference points to, or undefined. */
export function componentName(node: unknown): string | undefined {
  if (!isObject(node) || typeof node.$ref !== "string" || !node.$ref.startsWith("#/components/schemas/"))
    return undefined;
  const [, , name, ...rest] = parsePointer(node.$ref);
  return rest.length === 0 ? name : undefined;
}

/** Splits a JSON pointer in fragment form into its tokens (RFC 6901, section 6). */
export function parsePointer(pointer: string): string[] {
  const tokens = pointer.replace(/^#?\/?/, "").split("/");
  return tokens[0] === "" ? [] : tokens.map((token) => safeDecode(token).replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Joins tokens to a JSON pointer in fragment form. */
export function formatPointer(tokens: readonly (string | number)[]): string {
  return `#${tokens.map((token) => `/${String(token).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("")}`;
}

function safeDecode(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}

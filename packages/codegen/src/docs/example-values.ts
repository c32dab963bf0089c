import { isFile } from "../document/file-schema.ts";
import { componentName, isObject, type Schema } from "../document/openapi.ts";
import type { ClientModel } from "../model/client-model.ts";
import type { ExampleModel } from "../model/examples.ts";
import { listOf } from "../model/lists.ts";
import type { Media } from "../model/media.ts";
import type { OperationModel } from "../model/operation.ts";
import type { ParameterModel } from "../model/parameters.ts";
import { propertiesOf } from "../model/properties.ts";
import { environmentVariable } from "./environment.ts";
import { type Literal, textCode } from "./literal.ts";
import type { DocsOptions } from "./settings.ts";

/** Values for the usual formats. */
const FORMATS: Record<string, string> = {
  date: "2026-01-31",
  "date-time": "2026-01-31T12:00:00Z",
  email: "user@example.com",
  time: "12:00:00Z",
  uri: "https://example.com/",
  url: "https://example.com/",
  uuid: "3f2b8c1e-5d4a-4b6f-9a70-1c2d3e4f5a6b",
};

/** Depth limit of examples, for schemas that contain themselves. */
const MAX_DEPTH = 8;

/**
 * Finds values for an operation's examples: the examples of the description, or values that fit the schema. Secrets always
 * come from the environment, and files from the disk.
 */
export class ExampleValues {
  readonly #model: ClientModel;
  readonly #settings: DocsOptions;
  readonly #sensitive: ReadonlySet<string>;
  /** Whether a value is read from a file. */
  readsFiles = false;

  constructor(model: ClientModel, operation: OperationModel, settings: DocsOptions) {
    this.#model = model;
    this.#settings = settings;
    this.#sensitive = new Set(operation.sensitive);
  }

  /** Returns the value of a parameter, or undefined for an optional parameter without an example. */
  parameter(parameter: ParameterModel): Literal | undefined {
    const { argument, required, deprecated } = parameter;
    const node = parameter.schema;
    const given = this.#model.example(parameter) ?? this.#exampleOf(node);
    if (!required && (given === undefined || deprecated)) return undefined;
    return given ? this.#literal(given.value, node, argument) : this.#make(node, argument);
  }

  /** Returns the value of a body, or undefined for an optional body without an example. */
  body(media: Media, required: boolean): Literal | undefined {
    const { schema } = media;
    const given = this.#model.example(media.node) ?? this.#exampleOf(schema);
    if (!required && !given) return undefined;
    if (media.kind === "binary") return this.#file("body", false);
    if (media.kind === "text") return this.#literal(String(given?.value ?? "text"), undefined, "*");
    return given ? this.#literal(given.value, schema, "*") : this.#make(schema, "*");
  }

  #exampleOf(node: Schema | undefined): ExampleModel | undefined {
    return this.#model.example(this.#model.schema(node) ?? {});
  }

  /** @param isSecret - whether a containing object is sensitive */
  #literal(value: unknown, node: Schema | undefined, name: string, isSecret = false): Literal {
    const secret = isSecret || this.#sensitive.has(name);
    const schema = this.#model.schema(node);
    if (schema && isFile(schema)) return this.#file(name, true);
    if (Array.isArray(value)) return { items: value.map((item) => this.#literal(item, schema?.items, name, secret)) };
    if (value instanceof Date) return { code: textCode(value.toISOString()) };
    if (isObject(value)) {
      const properties = new Map(propertiesOf(this.#model.schema, schema).map((one) => [one.name, one.node]));
      const entries = Object.entries(value);
      return { entries: entries.map(([key, one]) => [key, this.#literal(one, properties.get(key), key, secret)]) };
    }
    if (secret && typeof value === "string") return { code: this.#secret(name) };
    if (secret && typeof value === "number") return { code: `Number(${this.#secret(name)})` };
    return { code: typeof value === "string" ? textCode(value) : (JSON.stringify(value) ?? "null") };
  }

  /** Makes a value that fits a schema. */
  #make(node: Schema | undefined, name: string, levels = MAX_DEPTH): Literal {
    const schema = this.#model.schema(node);
    if (!schema || levels === 0) return { entries: [] };
    if (isFile(schema)) return this.#file(name, true);
    const known = [schema.const, ...listOf(schema.enum), schema.default].find((one) => one !== undefined);
    const given = this.#model.example(schema) ?? (known === undefined ? undefined : { value: known });
    if (given) return this.#literal(given.value, schema, name);
    const [alternative] = [...listOf(schema.oneOf), ...listOf(schema.anyOf)].filter((one) => !this.#isNull(one));
    const properties = propertiesOf(this.#model.schema, schema).filter(
      (one) => one.required || this.#hasExample(one.node),
    );
    if (alternative && properties.length === 0) {
      const made = this.#make(alternative as Schema, name, levels - 1);
      return withDiscriminator(made, schema.discriminator, alternative as Schema);
    }
    const part = listOf(schema.allOf).find((one) => this.#model.schema(one as Schema)?.type !== "object");
    const [type] = [schema.type].flat().filter((one) => one !== "null");
    if (type === undefined && part && properties.length === 0) return this.#make(part as Schema, name, levels - 1);
    if (type === "array") return { items: [this.#make(schema.items, name, levels - 1)] };
    if (type === "integer" || type === "number") return this.#literal(schema.minimum ?? 1, undefined, name);
    if (type === "boolean") return { code: "true" };
    if (type === "string") return this.#literal(FORMATS[String(schema.format)] ?? "text", undefined, name);
    return { entries: properties.map((one) => [one.name, this.#make(one.node, one.name, levels - 1)]) };
  }

  #hasExample(node: Schema): boolean {
    return (this.#model.example(node) ?? this.#exampleOf(node)) !== undefined;
  }

  #isNull(node: unknown): boolean {
    return this.#model.schema(node as Schema)?.type === "null";
  }

  #secret(name: string): string {
    return environmentVariable(name === "*" ? "body" : name, this.#settings);
  }

  #file(name: string, isNamed: boolean): Literal {
    this.readsFiles = true;
    const file = textCode(this.#settings.files?.[name] ?? "file.txt");
    return { code: isNamed ? `new File([readFileSync(${file})], ${file})` : `readFileSync(${file})` };
  }
}

/** Sets the discriminator of an object (OpenAPI 3.1.1, section 4.8.25). */
function withDiscriminator(made: Literal, discriminator: Schema["discriminator"], alternative: Schema): Literal {
  const { propertyName, mapping } = discriminator ?? {};
  const component = componentName(alternative);
  if (!("entries" in made) || typeof propertyName !== "string" || component === undefined) return made;
  const names = Object.entries(isObject(mapping) ? mapping : {});
  const [value] = names.find(([, target]) => target === component || target === alternative.$ref) ?? [component];
  const others = made.entries.filter(([name]) => name !== propertyName);
  return { entries: [[propertyName, { code: textCode(value) }], ...others] };
}

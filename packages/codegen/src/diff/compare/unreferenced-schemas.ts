import { componentName, isObject, type OpenApiDocument } from "../../document/openapi.ts";
import { walk } from "../../document/walk.ts";

/** Names of the component schemas that neither operations, webhooks nor other components lead to. */
export function unreferencedSchemas(document: OpenApiDocument): Set<string> {
  const { components, ...outside } = document;
  const { schemas = {}, ...otherComponents } = components ?? {};
  const reached = new Set<string>();
  const open: object[] = [{ ...outside, components: otherComponents }];
  for (let part = open.pop(); part; part = open.pop()) {
    walk(part, ({ node }) => {
      for (const name of referencedNames(node)) {
        if (reached.has(name)) continue;
        reached.add(name);
        const schema = schemas[name];
        if (schema) open.push({ schemas: { [name]: schema } });
      }
    });
  }
  return new Set(Object.keys(schemas).filter((name) => !reached.has(name)));
}

/** The components that a node refers to, itself or by the mapping of its discriminator. */
function referencedNames(node: Readonly<Record<string, unknown>>): string[] {
  const mapping = isObject(node.discriminator) ? node.discriminator.mapping : undefined;
  const targets = Object.values(isObject(mapping) ? mapping : {}).map((target) => ({ $ref: String(target) }));
  return [node, ...targets].flatMap((one) => componentName(one) ?? []);
}

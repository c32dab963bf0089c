import { componentName, isObject, type Schema } from "../document/openapi.ts";
import { walk } from "../document/walk.ts";
import type { TypeRename } from "./change.ts";
import type { Described } from "./described.ts";
import type { Found } from "./found.ts";
import { fingerprintsOf } from "./matching/schema-variants.ts";
import type { DescriptionPair } from "./pairs.ts";
import { walkSchemas } from "./walk-schemas.ts";

/** Compares the component schemas that neither operations nor webhooks lead to: programs may import their types. */
export function walkTypes(all: DescriptionPair): Found[] {
  const [before, after] = [loneSchemas(all.base), loneSchemas(all.head)];
  return [...after].flatMap((name) => {
    if (!before.has(name)) return [];
    const place = { kind: "type", name: all.head.typeNames.get(name) ?? name, direction: "response" } as const;
    return walkSchemas(all, place, schemaOf(all.base, name), schemaOf(all.head, name));
  });
}

/** Names of component schemas that nothing outside of the components leads to. */
function loneSchemas({ document }: Described): Set<string> {
  const { components, ...outside } = document;
  const schemas = components?.schemas ?? {};
  const { schemas: _schemas, ...shared } = components ?? {};
  const reached = new Set<string>();
  const open: object[] = [{ ...outside, components: shared }];
  for (let part = open.pop(); part; part = open.pop()) {
    walk(part, ({ node }) => {
      for (const name of namesIn(node)) {
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
function namesIn(node: Readonly<Record<string, unknown>>): string[] {
  const mapping = isObject(node.discriminator) ? node.discriminator.mapping : undefined;
  const targets = Object.values(isObject(mapping) ? mapping : {}).map((target) => ({ $ref: String(target) }));
  return [node, ...targets].flatMap((one) => componentName(one) ?? []);
}

function schemaOf({ document }: Described, name: string): Schema[] {
  const schema = document.components?.schemas?.[name];
  return schema ? [schema] : [];
}

/** Types of the base that the head has no type of the same name for, each with one of the same meaning, if there is one. */
export function renamedTypes({ base, head }: DescriptionPair): TypeRename[] {
  const names = new Set(head.typeNames.values());
  const old = new Set(base.typeNames.values());
  const fresh = [...head.typeNames].filter(([, type]) => !old.has(type));
  const prints = new Map(fresh.map(([name, type]) => [fingerprintsOf(head.schemas).of(schemaOf(head, name)), type]));
  return [...base.typeNames].flatMap(([name, from]) => {
    if (names.has(from)) return [];
    const to = prints.get(fingerprintsOf(base.schemas).of(schemaOf(base, name)));
    return [to === undefined ? { from } : { from, to }];
  });
}

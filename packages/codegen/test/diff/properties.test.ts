import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, it } from "vitest";
import { diffDescriptions } from "../../src/index.ts";
import { api, diff, type Part } from "./descriptions.ts";

const FIXTURES = fileURLToPath(new URL("../fixtures/", import.meta.url));
/** Descriptions that others wrote, for tools of another kind. */
const CORPUS = fileURLToPath(new URL("../../node_modules/@readme/oas-examples/", import.meta.url));

async function descriptionsIn(folder: string, ending: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  return files.filter((file) => file.endsWith(ending)).map((file) => join(folder, file));
}

it("reports nothing between a description and itself", async () => {
  const files = [
    ...(await descriptionsIn(FIXTURES, "openapi.yaml")),
    ...(await descriptionsIn(join(CORPUS, "3.0"), ".json")),
    ...(await descriptionsIn(join(CORPUS, "3.1"), ".json")),
  ];
  expect(files.length).toBeGreaterThan(50);
  const different: string[] = [];
  for (const file of files) if ((await diffDescriptions(file, file)).length > 0) different.push(file);
  expect(different).toEqual([]);
});

const name = fc.constantFrom("a", "b", "c", "d");

/** Schemas of all kinds, with references to components, which may lead back to them. */
const { schema } = fc.letrec<{ schema: Part }>((tie) => ({
  schema: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<Part>({ type: "string" }, { type: "integer" }, { type: ["string", "null"] }, {}),
    fc.constantFrom<Part>({ type: "string", enum: ["x", "y"] }, { type: "string", minLength: 2 }, { const: 1 }),
    name.map((one): Part => ({ $ref: `#/components/schemas/${one}` })),
    fc
      .dictionary(name, tie("schema"))
      .chain((properties) =>
        fc.subarray(Object.keys(properties)).map((required): Part => ({ type: "object", properties, required })),
      ),
    tie("schema").map((items): Part => ({ type: "array", items })),
    fc.tuple(tie("schema"), tie("schema")).map((parts): Part => ({ allOf: parts })),
    fc.tuple(tie("schema"), tie("schema")).map((parts): Part => ({ oneOf: parts })),
  ),
}));

const component = schema.map((inside): Part => ({ type: "object", properties: { inside }, required: ["inside"] }));

const operationNode = fc.record({
  parameters: fc
    .uniqueArray(name)
    .map((names) => names.map((one) => ({ name: one, in: "query", schema: { type: "string" } }))),
  requestBody: schema.map((one) => ({ content: { "application/json": { schema: one } } })),
  responses: fc.dictionary(
    fc.constantFrom("200", "201", "404"),
    schema.map((one) => ({ description: "A.", content: { "application/json": { schema: one } } })),
  ),
});

const description = fc
  .record({
    operations: fc.dictionary(name, operationNode),
    // What consists of itself is no sound description; behind a property, it is.
    schemas: fc.record({ a: component, b: component, c: component, d: component }),
  })
  .map(({ operations, schemas }) => {
    const paths = Object.entries(operations).map(([id, node]) => [`/${id}`, { post: { operationId: id, ...node } }]);
    return api({ paths: Object.fromEntries(paths), components: { schemas } });
  });

it("reports nothing between any description and itself", async () => {
  await fc.assert(
    fc.asyncProperty(description, async (one) => {
      expect(await diff(one, one)).toEqual([]);
    }),
    {
      numRuns: 150,
    },
  );
});

it("reports only new names of types where components have other names", async () => {
  const renamed = (one: Part): Part => {
    const text = JSON.stringify(one).replace(/#\/components\/schemas\/(\w)"/g, '#/components/schemas/other-$1"');
    const other = JSON.parse(text) as { components: { schemas: Part } };
    const schemas = Object.entries(other.components.schemas).map(([key, value]) => [`other-${key}`, value]);
    return { ...other, components: { schemas: Object.fromEntries(schemas.reverse()) } };
  };
  // Types of components that nothing refers to are compared by their names, so all are referred to.
  const use = (one: Part): Part => ({ ...one, webhooks: Object.fromEntries(["a", "b", "c", "d"].map(hookOf)) });
  await fc.assert(
    fc.asyncProperty(description.map(use), async (one) => {
      const changes = await diff(one, renamed(one));
      expect(changes.map(({ rule }) => rule)).toEqual(Array(4).fill("type-renamed"));
    }),
    { numRuns: 150 },
  );
});

function hookOf(component: string): [string, Part] {
  const schema = { $ref: `#/components/schemas/${component}` };
  const requestBody = { content: { "application/json": { schema } } };
  return [component, { post: { requestBody, responses: { "204": { description: "A." } } } }];
}

it("reports what was added as removed in the other direction", async () => {
  const objects = fc.dictionary(
    name,
    fc.dictionary(name, fc.constantFrom<Part>({ type: "string" }, { type: "integer" })),
  );
  const simple = objects.map((operations) =>
    api({
      paths: Object.fromEntries(
        Object.entries(operations).map(([id, properties]) => {
          const content = { "application/json": { schema: { type: "object", properties } } };
          const parameters = Object.keys(properties).map((one) => ({ name: `q${one}`, in: "query" }));
          const responses = { "200": { description: "A.", content } };
          return [`/${id}`, { post: { operationId: id, parameters, requestBody: { content }, responses } }];
        }),
      ),
    }),
  );
  const listed = async (base: Part, head: Part, ending: string): Promise<string[]> =>
    (await diff(base, head))
      .filter(({ rule }) => rule.endsWith(ending))
      .map(({ rule, pointer, operationId }) => `${rule.replace(ending, "")} ${operationId} ${pointer}`)
      .sort();
  await fc.assert(
    fc.asyncProperty(simple, simple, async (one, other) => {
      expect(await listed(one, other, "-removed")).toEqual(await listed(other, one, "-added"));
    }),
    { numRuns: 100 },
  );
});

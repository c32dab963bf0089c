import { expect, it } from "vitest";
import { resolveDiscriminatorMappings } from "../../src/normalize/discriminator-mappings.ts";

it("writes names of schemas in a mapping as references", () => {
  const mapping = { cat: "Cat", dog: "#/components/schemas/Dog", bird: "Nowhere" };
  const document = {
    openapi: "3.1.0",
    components: { schemas: { Pet: { discriminator: { propertyName: "kind", mapping } }, Cat: {}, Dog: {} } },
  };
  resolveDiscriminatorMappings(document);
  expect(mapping).toEqual({
    cat: "#/components/schemas/Cat",
    dog: "#/components/schemas/Dog",
    bird: "Nowhere",
  });
});

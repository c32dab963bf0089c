import { expect, it } from "vitest";
import { normalizeTexts } from "../../src/normalize/texts.ts";
import { warnings } from "../support/normalize.ts";

it("makes texts of numbers, and takes away what is empty", () => {
  const document = {
    info: { title: 2024, description: null },
    components: { schemas: { A: { format: 1, title: "A" } } },
  };
  const { warn, list } = warnings();
  normalizeTexts(document, warn);
  expect(document).toEqual({ info: { title: "2024" }, components: { schemas: { A: { format: "1", title: "A" } } } });
  expect(list).toEqual([
    'info title: The title must be a string; it becomes "2024".',
    'components schemas A format: The format must be a string; it becomes "1".',
  ]);
});

it("leaves a property alone that is called like a text", () => {
  const document = { components: { schemas: { A: { properties: { title: { type: "string" } } } } } };
  const before = structuredClone(document);
  normalizeTexts(document, warnings().warn);
  expect(document).toEqual(before);
});

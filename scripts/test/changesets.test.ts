import { readChangesets } from "@changesets/read";
import { expect, test } from "vitest";
import { ROOT } from "../turbo.ts";

test("every changeset says which packages it is for", async () => {
  const changesets = await readChangesets(ROOT);
  expect(changesets.filter(({ releases }) => releases.length === 0).map(({ id }) => id)).toEqual([]);
});

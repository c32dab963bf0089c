import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { client } from "./support/client.ts";

const PLACE = new URL("fixtures/golden/", import.meta.url);

it("generates the expected files for a small description", async () => {
  const { texts } = await client(await readFile(new URL("openapi.yaml", PLACE), "utf8"), {
    resources: true,
    sync: true,
    docs: { package: "notes", sync: "notes/sync" },
  });
  for (const [file, text] of Object.entries(texts)) {
    await expect(text).toMatchFileSnapshot(fileURLToPath(new URL(`client/${file}.txt`, PLACE)));
  }
});

import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { generate } from "../src/index.ts";
import { compile } from "./support/compile.ts";
import { brokenLinks, pagesOf } from "./support/pages.ts";
import { readFiles, scratch } from "./support/scratch.ts";

/** Descriptions that others wrote, for tools of another kind. */
const CORPUS = fileURLToPath(new URL("../node_modules/@readme/oas-examples/", import.meta.url));

it("generates a client that compiles for every example", { timeout: 120_000 }, async () => {
  const folder = await scratch();
  const failed: string[] = [];
  let count = 0;
  for (const version of ["3.0", "3.1"]) {
    const files = await readdir(join(CORPUS, version), { recursive: true });
    for (const file of files.filter((name) => name.endsWith(".json")).sort()) {
      count++;
      const input = join(CORPUS, version, file);
      const output = join(folder, version, file.replaceAll(/\W/g, "-"));
      const docs = { output: join(output, "docs"), package: "api" };
      await generate({ input, output, resources: true, docs }).catch((error: Error) =>
        failed.push(`${version}/${file}: ${error.message}`),
      );
      failed.push(...brokenLinks(pagesOf(await readFiles(output))).map((link) => `${version}/${file}: ${link}`));
    }
  }
  expect(failed).toEqual([]);
  expect(count).toBeGreaterThan(50);
  expect(await compile(folder)).toEqual([]);
});

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createClient } from "@hey-api/openapi-ts";
import { describe, expect, it } from "vitest";
import { keynest } from "../../src/hey-api/index.ts";
import { generate } from "../../src/index.ts";
import { compile } from "../support/compile.ts";
import { readFiles, scratch } from "../support/scratch.ts";

const GOLDEN = new URL("../fixtures/golden/openapi.yaml", import.meta.url);

/** A folder with a description, and what hey-api is told of it. */
async function project() {
  const folder = await scratch({ "openapi.yaml": await readFile(GOLDEN, "utf8") });
  const input = join(folder, "openapi.yaml");
  const logs = { level: "silent", file: false } as const;
  return { input, ours: join(folder, "ours"), theirs: join(folder, "theirs"), logs };
}

describe("the plugin in a configuration of hey-api", () => {
  it("writes the same files as the generator by itself", async () => {
    const { input, ours, theirs, logs } = await project();
    await generate({ input, output: ours, resources: true, sync: true });
    await createClient({ input, logs, output: theirs, plugins: [keynest({ resources: true, sync: true })] });
    expect(await readFiles(theirs)).toEqual(await readFiles(ours));
  });

  it("stands beside plugins of hey-api's own, whatever the names of their files are", async () => {
    const { input, theirs, logs } = await project();
    const output = { path: theirs, fileName: { suffix: null }, module: { extension: ".js" } };
    await createClient({ input, logs, output, plugins: [keynest(), "@hey-api/typescript"] });
    const files = Object.keys(await readFiles(theirs));
    expect(files).toEqual(expect.arrayContaining(["index.gen.ts", "schemas.gen.ts", "types.ts"]));
    expect(await compile(theirs)).toEqual([]);
  });

  it("refuses a description that it cannot read again from where it came from", async () => {
    const { theirs, logs } = await project();
    const input = { openapi: "3.1.0", info: { title: "Test", version: "1" }, paths: {} };
    const running = createClient({ input, logs, output: theirs, plugins: [keynest()] });
    await expect(running).rejects.toMatchObject({
      originalError: { error: { message: expect.stringContaining("needs one input") } },
    });
  });
});

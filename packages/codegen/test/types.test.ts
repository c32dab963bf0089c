import { join } from "node:path";
import { expect, it } from "vitest";
import { fixture } from "./support/client.ts";
import { compile } from "./support/compile.ts";
import { writeFiles } from "./support/scratch.ts";

/** Each fixture is a description and a program that uses the client: what must not compile says so. */
const FIXTURES = ["parameters", "bodies", "responses", "security", "schemas", "names", "resources"];

it.each(FIXTURES)("the consumer of %s compiles, except where it expects an error", async (name) => {
  const { folder, consumer } = await fixture(name);
  const above = join(folder, "..");
  expect(await compile(above)).toEqual([]);

  // Without its comments, the consumer has an error for each of them.
  const [, ...expected] = consumer.split("// @ts-expect-error");
  await writeFiles(above, { "consumer.ts": consumer.replaceAll("// @ts-expect-error", "//") });
  const failed = new Set((await compile(above)).map((line) => /consumer\.ts\((\d+)/.exec(line)?.[1]));
  expect(failed.size).toBe(expected.length);
});

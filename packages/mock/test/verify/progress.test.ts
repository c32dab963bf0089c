import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Io } from "../../src/cli/io.ts";
import { type Mock, startMock } from "../../src/index.ts";
import { keyNest } from "../../src/keynest/default-api.ts";
import { run } from "../../src/verify/command.ts";

let mock: Mock;

beforeAll(async () => {
  mock = await startMock();
});

afterAll(() => mock.close());

const EMPTY = "\r\u001B[K";

/** What the command writes to the error output. */
async function said(terminal: object, args: string[] = [], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const stderr = Object.assign(new PassThrough(), terminal);
  await run(["--target", mock.url, ...args], { stdout: new PassThrough(), stderr, env } as unknown as Io, keyNest);
  return await text(stderr.end());
}

test("a terminal shows each request in one line, which is empty at the end", async () => {
  const written = await said({ isTTY: true, columns: 20 });
  expect(written).toContain(`${EMPTY}Request 1: getHealth${EMPTY}`.replace("getHealth", "getHeal…"));
  expect(written).not.toContain("\n");
  expect(written.endsWith(EMPTY)).toBe(true);
});

test("a sentence replaces the line", async () => {
  const stderr = Object.assign(new PassThrough(), { isTTY: true });
  const io = { stdout: new PassThrough(), stderr, env: {} } as unknown as Io;
  await run(["--target", "http://127.0.0.1:1"], io, keyNest);
  const [, first, sentence] = (await text(stderr.end())).split(EMPTY);
  expect(first).toBe("Request 1: getHealth");
  expect(sentence).toMatch(/^keynest-mock: .*\n$/);
});

test.each<[string, object, string[], NodeJS.ProcessEnv]>([
  ["a pipe", {}, [], {}],
  ["--json", { isTTY: true }, ["--json"], {}],
  ["a dumb terminal", { isTTY: true }, [], { TERM: "dumb" }],
])("%s shows nothing of it", async (_, terminal, args, env) => {
  expect(await said(terminal, args, env)).toBe("");
});

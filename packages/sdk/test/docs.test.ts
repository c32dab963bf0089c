import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Mock, type RecordedRequest, startMock } from "@keynest/mock";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Described, describedOperations } from "./contract/operations.ts";
import { type Variant, variantsOf } from "./contract/variants.ts";
import { loadDescription } from "./load-package.ts";
import { blocksOf } from "./readme-blocks.ts";
import { runNode } from "./run-node.ts";
import { createFolder, type Diagnostic, typeCheck } from "./type-check.ts";

interface Run {
  file: string;
  error: string;
  printed: string;
  complained: string;
}

const FORMS = ["Plain", "Detailed", "Blocking", "Class"];
const place = new URL("../docs/", import.meta.url);
const document = loadDescription();
const operations = describedOperations(document);
const blocks = readdirSync(place).flatMap((page) => blocksOf(readFileSync(new URL(page, place), "utf8")));
const programs = blocks.map((block, at) => ({ ...block, file: `${block.heading}-${block.label}-${at}.ts` }));
const secrets = [
  ...new Set(blocks.flatMap(({ code }) => Array.from(code.matchAll(/process\.env\.(\w+)/g), ([, name]) => name ?? ""))),
];

const folder = createFolder("docs");
let mock: Mock;
let diagnostics: Diagnostic[];
let runs: Map<string, Run>;
let requests: readonly RecordedRequest[];

beforeAll(async () => {
  for (const { file, code } of programs) writeFileSync(join(folder.path, file), code);
  writeFileSync(join(folder.path, "production.env"), "DATABASE_URL=postgresql://db/app\n");
  mock = await startMock();
  [diagnostics, runs] = await Promise.all([typeCheck(folder.path), runAll()]);
  requests = [...mock.requests];
});
afterAll(async () => {
  folder[Symbol.dispose]();
  await mock.close();
});

test("each operation has an example in each form, and there are no others", () => {
  const expected = operations.flatMap(({ id }) => FORMS.map((form) => `${id} ${form} ts`));
  expect(blocks.map(({ heading, label, language }) => `${heading} ${label} ${language}`).sort()).toEqual(
    expected.sort(),
  );
});

test("all examples compile", () => expect(diagnostics).toEqual([]));

test("no example has a secret in it", () => {
  const known = operations.flatMap((operation) =>
    variantsOf(document, operation).flatMap(({ sensitive }) => sensitive),
  );
  expect(known.length).toBeGreaterThan(10);
  expect(blocks.filter(({ code }) => known.some((secret) => code.includes(secret)))).toEqual([]);
  expect(blocks.filter(({ code }) => /eyJ|[0-9a-f]{40}|sk_live/.test(code))).toEqual([]);
});

describe.for(operations)("$id", (operation) => {
  test.for(FORMS)("runs as it is written: %s", (form) => {
    const { file, request } = exchangeOf(operation, form);
    expect(runs.get(file)).toMatchObject({ error: "", complained: "" });
    expect(request).toMatchObject({ operationId: operation.id, violations: [] });
    expect(request?.status).toBeLessThan(300);
  });

  test("sends the examples of the description, in each form", () => {
    const [variant] = variantsOf(document, operation);
    if (!variant) throw new Error("there are no examples");
    const expected = expectedOf(operation, variant);
    for (const form of FORMS) {
      const { request } = exchangeOf(operation, form);
      const { path, query, body } = request ?? {};
      expect({ path, query, body }, form).toEqual(expected);
    }
  });
});

/** What the mock records of a request with these arguments. */
function expectedOf({ path }: Described, { parameters, body, sensitive }: Variant): object {
  const isJson = body?.mediaType === "application/json";
  const recorded = (value: unknown): unknown => {
    if (typeof value === "object" && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, recorded(field)]));
    }
    const isSecret = `${value}`.split("\n").every((line) => line === "" || sensitive.includes(line)) && value !== "";
    return isSecret ? "[redacted]" : isJson ? value : `${value}`;
  };
  const named = (place: string) => parameters.filter(({ parameter }) => parameter.in === place);
  const query = named("query").map(({ parameter, value }) => [parameter.name, recorded(`${value}`)]);
  return {
    path: named("path").reduce(
      (filled, { parameter, value }) => filled.replace(`{${parameter.name}}`, `${value}`),
      path,
    ),
    query: Object.fromEntries(query),
    body: body ? recorded(body.value) : null,
  };
}

/** What an example is, and what the mock received of it: the examples ran in their order, with one request each. */
function exchangeOf({ id }: Described, form: string): { file: string; request: RecordedRequest | undefined } {
  const at = programs.findIndex(({ heading, label }) => heading === id && label === form);
  return { file: programs[at]?.file ?? "", request: requests[at] };
}

/** Runs all examples in one process, where they find the mock in the place of their server. */
async function runAll(): Promise<Map<string, Run>> {
  const runner = fileURLToPath(new URL("docs/run-examples.mjs", import.meta.url));
  const preload = new URL("mock-at-localhost.mjs", import.meta.url).href;
  const flags = ["--disable-warning=ExperimentalWarning", "--import", preload];
  const printed = await runNode({
    args: [...flags, runner, folder.path, ...programs.map(({ file }) => file)],
    cwd: folder.path,
    env: { MOCK_URL: mock.url, ...Object.fromEntries(secrets.map((name) => [name, `a-secret-${name}`])) },
  });
  return new Map((JSON.parse(printed) as Run[]).map((run) => [run.file, run]));
}

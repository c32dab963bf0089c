import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Registered, type Reply, startKeyNest, type TestKeyNest } from "../../support/start-keynest.ts";

let keynest: TestKeyNest;
let ann: Registered;
beforeAll(async () => {
  keynest = await startKeyNest();
});
beforeEach(async () => {
  await keynest.reset();
  ann = await keynest.register("ann");
  await ann.post("/api/projects/", { name: "Web", organization: ann.organization });
  await ann.post("/api/environments/", { name: "production", project: 1 });
  await ann.post("/api/environments/", { name: "staging", project: 1 });
});
afterAll(() => keynest.mock.close());

const upload = (environment: number, content: string | Buffer, name = ".env", overwrite?: string): Promise<Reply> => {
  const form = new FormData();
  form.append("file", new File([content as string], name));
  if (overwrite !== undefined) form.append("overwrite", overwrite);
  return ann.post(`/api/environments/${environment}/import/`, form);
};

const valuesOf = async (environment: number): Promise<Record<string, string>> => {
  const { body } = await ann.get(`/api/environments/${environment}/variables/`);
  return Object.fromEntries(
    body.results.map((one: { key: string; decrypted_value: string }) => [one.key, one.decrypted_value]),
  );
};

test("an export can be imported elsewhere, whatever the values", async () => {
  const text = fc.string({
    unit: fc.constantFrom(...("'\"`\\$#= \n\r\té😀a".match(/./gsu) as string[])),
    maxLength: 12,
  });
  const variables = fc.dictionary(fc.stringMatching(/^[A-Z][A-Z0-9_]{0,5}$/), text, {
    maxKeys: 5,
    noNullPrototype: true,
  });
  await fc.assert(
    fc.asyncProperty(variables, async (wanted) => {
      for (const environment of [1, 2]) {
        const { body } = await ann.get(`/api/environments/${environment}/variables/`);
        for (const { id } of body.results) await ann.delete(`/api/variables/${id}/`);
      }
      for (const [key, value] of Object.entries(wanted)) {
        expect((await ann.post("/api/variables/", { key, value, environment: 1 })).status).toBe(201);
      }
      const { body } = await ann.get("/api/environments/1/export/");
      expect((await upload(2, body)).status).toBe(200);
      expect(await valuesOf(2)).toEqual(wanted);
    }),
    { numRuns: 15 },
  );
});

test.each([
  ["without a media type", 'name="file"; filename=".env"'],
  ["without quotes, as .NET sends it", "name=file; filename=.env; filename*=utf-8''.env"],
  ["with a ; and a = in its name", 'name="file"; filename="a;b=c.env"'],
  ["with a \\ in its name", 'name="file"; filename="C:\\envs\\.env"'],
  ["with its name first", 'filename=".env"; name="file"'],
])("takes a file %s", async (_, disposition) => {
  const part = `--x\r\nContent-Disposition: form-data; ${disposition}\r\n\r\nA=1\r\n`;
  const form = `${part}--x\r\nContent-Disposition: form-data; name="overwrite"\r\n\r\ntrue\r\n--x--\r\n`;
  const response = await fetch(`${keynest.mock.url}/api/environments/1/import/`, {
    method: "POST",
    headers: { Authorization: `Token ${ann.token}`, "Content-Type": "multipart/form-data; boundary=x" },
    body: form,
  });
  expect(await response.json()).toMatchObject({ summary: { imported: 1 } });
  keynest.mock.expectNoViolations();
});

test("an invalid form is refused with 400", async () => {
  const response = await fetch(`${keynest.mock.url}/api/environments/1/import/`, {
    method: "POST",
    headers: { Authorization: `Token ${ann.token}`, "Content-Type": "multipart/form-data; boundary=x" },
    body: '--x\r\nContent-Disposition: form-data; name="file"; filename=".env"\r\n\r\nA=1',
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ title: "The request body is not a form" });
});

test.each([
  ["a.json", '{"A": hunter2}', "The file is not JSON."],
  ["a.json", '{"A": "hunter2",\n}', "The file is not JSON: line 2 column 1."],
  ["a.yaml", "A: [hunter2", "The file is not YAML: line 1, column 12."],
])("a refusal of %s does not quote it", async (name, content, sentence) => {
  expect((await upload(1, content, name)).body.details).toEqual({ file: [sentence] });
});

test("a YAML file causes no warning on standard error, which would quote it", async () => {
  const warnings: Error[] = [];
  const note = (warning: Error): number => warnings.push(warning);
  process.on("warning", note);
  expect((await upload(1, "A: !!foo hunter2", "a.yaml")).status).toBe(200);
  // Warnings come in the next round of the event loop.
  await new Promise((resolve) => setImmediate(resolve));
  process.off("warning", note);
  expect(warnings).toEqual([]);
});

test("an export says where it comes from", async () => {
  await upload(1, "URL=postgresql://user:pass@host/db\nMOTTO='a b'\n");
  const { headers, body } = await ann.get("/api/environments/1/export/");
  expect(headers.get("content-type")).toBe("text/plain; charset=utf-8");
  expect(body).toBe(
    `# Generated by KeyNest - Environment: production
# Project: Web
# Organization: ann's Organization
# Generated on: 2026-01-01 00:00:00 UTC

URL=postgresql://user:pass@host/db
MOTTO='a b'
`,
  );
});

test("a line end in the name of an organization does not create a variable", async () => {
  await ann.patch(`/api/organizations/${ann.organization}/`, { name: "Evil\nPATH=/tmp" });
  expect((await ann.get("/api/environments/1/export/")).body).toContain("# Organization: Evil PATH=/tmp\n");
});

test("an import counts what is new", async () => {
  const { status, body } = await upload(1, "A=1\nB=2\nA=3\n");
  expect([status, body]).toEqual([
    200,
    {
      message: "Import completed successfully",
      summary: { imported: 2, updated: 0, failed: 0, total_variables: 2 },
      failed_imports: null,
    },
  ]);
  expect(await valuesOf(1)).toEqual({ A: "3", B: "2" });
});

test("a conflict names the keys, and imports nothing", async () => {
  await upload(1, "A=1\nB=2\n");
  const { status, body } = await upload(1, "C=3\nB=new\nA=new\n");
  const message = "Set overwrite=true to replace existing variables";
  expect([status, body]).toEqual([409, { error: "Conflicting variables found", conflicts: ["B", "A"], message }]);
  expect(await valuesOf(1)).toEqual({ A: "1", B: "2" });
});

test("overwrite replaces values, and keeps the rest", async () => {
  await upload(1, "A=1\nB=2\n");
  const { body } = await upload(1, "C=3\nB=new\n", ".env", "true");
  expect(body.summary).toEqual({ imported: 1, updated: 1, failed: 0, total_variables: 2 });
  expect(await valuesOf(1)).toEqual({ A: "1", B: "new", C: "3" });
});

test("overwrite=false is refused, since the real server would take it for true", async () => {
  await upload(1, "A=1");
  const { status, body } = await upload(1, "A=2", ".env", "false");
  expect([status, Object.keys(body.details)]).toEqual([400, ["overwrite"]]);
  expect(await valuesOf(1)).toEqual({ A: "1" });
});

test("values that cannot be stored are reported, and the others are stored", async () => {
  const { body } = await upload(1, "GOOD=1\nbad=2\nZERO='\0'\n");
  expect(body.summary).toEqual({ imported: 1, updated: 0, failed: 2, total_variables: 1 });
  expect(body.failed_imports).toEqual([
    { key: "bad", error: expect.stringContaining("capital letter") },
    { key: "ZERO", error: "Null characters are not allowed." },
  ]);
});

test.each([
  ["vars.json", '{"TEXT":"a","NUMBER":1.5,"YES":true}', { TEXT: "a", NUMBER: "1.5", YES: "true" }],
  ["vars.json", '{"VERSION":1.10,"ID":12345678901234567890}', { VERSION: "1.10", ID: "12345678901234567890" }],
  ["vars.yaml", "TEXT: a\nVERSION: 1.10\nYES: yes\n", { TEXT: "a", VERSION: "1.10", YES: "yes" }],
  ["VARS.YML", 'TEXT: "a\\nb"\n', { TEXT: "a\nb" }],
])("reads %s by its name", async (name, content, expected) => {
  expect((await upload(1, content, name)).status).toBe(200);
  expect(await valuesOf(1)).toEqual(expected);
});

test.each<[string, string | Buffer, RegExp]>([
  [".env", "A=1\nwhat", /^Line 2 is not KEY=value\.$/],
  [".env", Buffer.from([0x41, 0x3d, 0xff]), /^The file is not UTF-8 text\.$/],
  ["a.json", "{", /^The file is not JSON: /],
  ["a.json", "[1]", /^The JSON file must hold keys with values\.$/],
  ["a.yaml", "a: [", /^The file is not YAML: /],
])("refuses a broken %s in a sentence", async (name, content, sentence) => {
  const { status, body } = await upload(1, content, name);
  expect([status, body]).toEqual([
    400,
    { error: "Validation failed", details: { file: [expect.stringMatching(sentence)] } },
  ]);
});

test("refuses a text that is no file", async () => {
  const form = new FormData();
  form.append("file", "A=1");
  const { status, body } = await ann.post("/api/environments/1/import/", form);
  expect([status, body.details.file]).toEqual([400, [expect.stringContaining("not a file")]]);
});

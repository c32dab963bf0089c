import fc from "fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { expect, test } from "vitest";
import { junitReport } from "../../src/verify/junit-report.ts";
import { exitCodeOf, type Report } from "../../src/verify/report.ts";
import { textReport } from "../../src/verify/text-report.ts";

const violation = { category: "wrong-type", severity: "violation", status: 200, place: "id", times: 2 } as const;

const report: Report = {
  target: "https://a.example",
  description: "the KeyNest description",
  startedAt: "2026-01-01T00:00:00.000Z",
  ms: 1234,
  interrupted: false,
  operations: [
    { name: "getA", method: "GET", path: "/a/", exchanges: 2, findings: [] },
    {
      name: "getB",
      method: "GET",
      path: "/b/{id}/",
      exchanges: 3,
      findings: [
        { ...violation, message: "must be <integer> & nothing else", came: '"1"' },
        { category: "broken-link", severity: "remark", place: "next", message: "leads nowhere", times: 1 },
      ],
    },
    { name: "getC", method: "GET", path: "/c/", exchanges: 1, findings: [], unchecked: "needs a token" },
    { name: "makeD", method: "POST", path: "/d/", exchanges: 0, findings: [], unchecked: "needs --write" },
  ],
  remarks: ["Something & more."],
  leftovers: [],
};

test("the text report shows findings by operation", () => {
  expect(textReport(report, false)).toBe(
    `https://a.example against the KeyNest description
2 of 4 operations checked, and only the refusals of 1 more; 6 requests in 1.2 s

getB  GET /b/{id}/
  ✗ wrong type   id must be <integer> & nothing else (status 200; came "1"; 2 times)
  ! broken link  next leads nowhere

Remarks
  ! Something & more.

Not checked
  needs a token
    getC*
  needs --write
    makeD
  * its refusals were checked, its success was not

✗ 1 violation, 2 remarks
`,
  );
});

test("colours change nothing else", () => {
  const esc = String.fromCharCode(27);
  const coloured = textReport(report, true);
  expect(coloured).toContain(esc);
  expect(coloured.replaceAll(new RegExp(`${esc}\\[\\d+m`, "g"), "")).toBe(textReport(report, false));
});

test("objects left on the server are listed with their path", () => {
  const leftovers = [{ what: "organization x", path: "/api/organizations/7/", reason: "DELETE responded with 500" }];
  const left = { ...report, leftovers };
  expect(textReport(left, false)).toContain(
    "Left on the server\n  organization x at /api/organizations/7/: DELETE responded with 500\n",
  );
});

test("exit codes tell apart clean runs, violations, and runs that did not end", () => {
  const clean = { ...report, operations: [] };
  const left = { what: "user x", reason: "users stay" };
  expect(exitCodeOf(clean)).toBe(0);
  expect(exitCodeOf(report)).toBe(1);
  expect(exitCodeOf({ ...report, interrupted: true })).toBe(2);
  expect(exitCodeOf({ ...report, stopped: "The server is gone." })).toBe(2);
  expect(exitCodeOf({ ...clean, leftovers: [left] })).toBe(2);
  expect(exitCodeOf({ ...clean, leftovers: [{ ...left, expected: true }] })).toBe(0);
});

test("only the first of many findings are shown", () => {
  const findings = Array.from({ length: 25 }, (_, number) => ({
    ...violation,
    place: `f${number}`,
    message: "is wrong",
  }));
  const flood = { ...report, operations: [{ name: "getA", method: "GET", path: "/a/", exchanges: 1, findings }] };
  const text = textReport(flood, false);
  expect(text).toContain("f19 is wrong");
  expect(text).not.toContain("f20 is wrong");
  expect(text).toContain("\n  … and 5 more, which --json lists\n");
  expect(text).toContain("✗ 25 violations");
});

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  processEntities: true,
  htmlEntities: true,
});

test("the JUnit report has a test case for each operation", () => {
  const xml = junitReport(report);
  expect(XMLValidator.validate(xml)).toBe(true);
  const { testsuites } = parser.parse(xml);
  expect(testsuites).toMatchObject({ tests: "4", failures: "1", skipped: "2", errors: "0" });
  const [a, b, c, d] = testsuites.testsuite.testcase;
  expect(a).toEqual({ classname: "GET /a/", name: "getA" });
  expect(b.failure).toMatchObject({
    type: "wrong-type",
    message: "wrong type",
    "#text": 'wrong type: id must be <integer> & nothing else (status 200; came "1"; 2 times)',
  });
  expect(c.skipped).toMatchObject({ message: "needs a token" });
  expect(d.skipped).toMatchObject({ message: "needs --write" });
});

test("the JUnit report says if a run did not come to its end", () => {
  const of = (early: Partial<Report>) => parser.parse(junitReport({ ...report, ...early })).testsuites;
  const gone = of({ stopped: "The server is gone." });
  expect(gone).toMatchObject({ tests: "5", errors: "1" });
  expect(gone.testsuite.testcase.at(-1)).toMatchObject({ error: { message: "The server is gone." } });
  expect(of({ interrupted: true }).testsuite.testcase.at(-1)).toMatchObject({
    error: { message: "It was interrupted." },
  });
});

test("JUnit XML stays XML, whatever a server sends", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (message, came) => {
      const [first, second, ...rest] = report.operations;
      if (!first || !second) return;
      const operations = [first, { ...second, name: came, findings: [{ ...violation, message, came }] }, ...rest];
      const xml = junitReport({ ...report, target: message, operations, remarks: [came] });
      expect(XMLValidator.validate(xml)).toBe(true);
      expect(xml).not.toMatch(/[^\t\n\r\x20-\uFFFD]/);
    }),
  );
});

import { parseEnv } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatEnvLine, parseEnvFile } from "../../../src/keynest/backend/env-file.ts";

/** Any text, with much of what makes trouble in files. */
const value = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(...("'\"`\\$#=\n\r\t {}!nr😀\u2028 \u00a0\ufeffab".match(/./gsu) as string[])) }),
);
const key = fc.stringMatching(/^[A-Z][A-Z0-9_]{0,9}$/);

describe("the .env file", () => {
  test("gives back any values that were written", () => {
    fc.assert(
      fc.property(fc.dictionary(key, value, { noNullPrototype: true }), (variables) => {
        const text = `# Comment\n\n${Object.entries(variables)
          .map(([name, each]) => `${formatEnvLine(name, each)}\n`)
          .join("")}`;
        expect(Object.fromEntries(parseEnvFile(text))).toEqual(variables);
      }),
      { numRuns: 1_000 },
    );
  });

  test("never makes two variables out of one", () => {
    fc.assert(fc.property(key, value, (name, each) => formatEnvLine(name, each).split(/\r|\n/).length === 1));
  });

  test("reads the same in Node, if no value needs an escape", () => {
    fc.assert(
      fc.property(
        key,
        // Node drops a carriage return everywhere.
        value.filter((each) => !/['\\\r\n]/.test(each)),
        (name, each) => {
          expect(parseEnv(formatEnvLine(name, each))).toEqual({ [name]: each });
        },
      ),
    );
  });

  test("survives whatever else a file holds", () => {
    fc.assert(
      fc.property(value, (text) => {
        try {
          parseEnvFile(text);
        } catch (error) {
          expect(error).toMatchObject({ name: "EnvFileError", message: expect.stringMatching(/^Line \d+ .*\.$/) });
        }
      }),
    );
  });

  test.each<[string, string, string]>([
    ["without quotes", "A= a b \t", "a b"],
    ["with export", "export A=1", "1"],
    ["with a byte order mark", "\ufeffA=1", "1"],
    ["with spaces around the sign", " A = 1", "1"],
    ["with a comment", "A=a#b # c", "a#b"],
    ["with nothing but a comment", "A= # c", ""],
    ["with a comment behind quotes", "A='1' # c", "1"],
    ["with single quotes", "A='\\n\"$'", '\\n"$'],
    ["with backticks", "A=`'\"`", "'\""],
    ["with escapes", 'A="\\n\\r\\t\\"\\\\\\$\\d"', '\n\r\t"\\$\\d'],
    ["over two lines", 'A="1\n2"', "1\n2"],
    ["with the line ends of Windows", "B=0\r\nA=1\r\n", "1"],
    ["without a value", "A=", ""],
    ["twice, the last one", "A=1\nA=2", "2"],
    ["with quotes in the middle", "A=it's", "it's"],
  ])("takes a value %s", (_, text, expected) => {
    expect(parseEnvFile(text).get("A")).toBe(expected);
  });

  test.each<[string, string]>([
    ["A=1\nwhat", "Line 2 is not KEY=value."],
    ["A='1\n2", "Line 1 has a quote that is never closed."],
    ['A="1"2', "Line 1 goes on after the closing quote."],
    ["=1", "Line 1 is not KEY=value."],
  ])("refuses %j", (text, message) => {
    expect(() => parseEnvFile(text)).toThrow(message);
  });
});

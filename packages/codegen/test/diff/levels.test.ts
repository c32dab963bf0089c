import { join } from "node:path";
import { expect, it } from "vitest";
import { generate } from "../../src/index.ts";
import { compile } from "../support/compile.ts";
import { scratch, writeFiles } from "../support/scratch.ts";
import { CASES, type Case } from "./cases/index.ts";
import type { Part } from "./descriptions.ts";

/** A program that uses the arguments and the result of a function with their old types. */
const PROGRAM = `import type * as base from "./base/index.gen.js";
import type * as head from "./head/index.gen.js";

export const params: head.MakeNoteParams = null as unknown as base.MakeNoteParams;
export const data: Awaited<ReturnType<typeof base.makeNote>> =
  null as unknown as Awaited<ReturnType<typeof head.makeNote>>;
`;

/** Cases about the one operation that they share. */
const cases = Object.values(CASES)
  .flat()
  .filter(({ base, head }) => [base, head].every((one) => JSON.stringify(one).includes('"makeNote"')));

/** Makes both clients of each case, with the program beside them. @returns the cases of which it does not compile */
async function incompatible(some: readonly Case[]): Promise<string[]> {
  const folder = await scratch();
  const make = async (input: Part, place: string, name: string): Promise<void> => {
    await writeFiles(place, { [`${name}.json`]: JSON.stringify(input), "program.ts": PROGRAM });
    await generate({ input: join(place, `${name}.json`), output: join(place, name) });
  };
  for (const [number, { base, head }] of some.entries()) {
    const place = join(folder, `case-${number}-`);
    await make(base, place, "base");
    await make(head, place, "head");
  }
  const errors = await compile(folder);
  return some
    .filter((_case, number) => errors.some((line) => line.includes(`case-${number}-/`)))
    .map(({ what }) => what);
}

it("reports a breaking change wherever a program no longer compiles", { timeout: 120_000 }, async () => {
  const harmless = cases.filter(({ lines }) => !lines.some((line) => line.startsWith("breaking")));
  expect(harmless.length).toBeGreaterThan(50);
  expect(await incompatible(harmless)).toEqual([]);
});

it("reports breaking changes that types show, and those that only requests and responses show", {
  timeout: 120_000,
}, async () => {
  const breaking = cases.filter(({ lines }) => lines.some((line) => line.startsWith("breaking")));
  const felt = new Set(await incompatible(breaking));
  const onTheWire = breaking.map(({ what }) => what).filter((what) => !felt.has(what));
  expect(felt.size).toBeGreaterThan(20);
  expect(onTheWire).toEqual([
    // A literal with a field too many does not compile; a value that has it does.
    "a property that was removed, in a request",
    "fractions as well, in a response",
    "a greater minimum length, in a request",
    "a pattern, in a request",
    "a format, in a request",
    "no other properties, in a request",
    "a condition, in a request",
    "a condition, in a response",
    "some numbers or any integer, in place of all from a bound on, in a request",
    "some numbers or any integer, in place of all from a bound on, in a response",
    "no elements after the first ones, in a request",
    "a new property unlike the others that could have any name, in a request",
    "a new property unlike the others that could have any name, in a response",
    "a parameter in another place",
    "a parameter in another style",
    // The method of the class takes it as `body` then.
    "a body that became optional",
    "another media type",
    "parts of a form in another encoding",
    // Of detailed results.
    "a failure of another body than that of all others",
    "a failure of another body than that of its range",
    "a header that may be missing, and one that is always there",
    "a status that was removed",
    "a field of an error",
    "a result in another media type",
    "parts of a form in another encoding, in a response",
    "headers of a response",
    "a header of another type",
    // Of the client and its credentials.
    "a credential where none was needed",
    "another credential",
    "two credentials at once",
    "a further scope",
    "a new scheme, and one that was removed",
    "a scheme that is sent differently",
    "a credential with another name",
    // Of a type of its own.
    "a subtype that only a discriminator names",
    "a component that nothing refers to, but whose type can be imported",
  ]);
});

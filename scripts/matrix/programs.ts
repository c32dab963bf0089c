import { isDeepStrictEqual } from "node:util";
import { EXPECTED, MAINS, PROGRAMS } from "../release/program.ts";
import type { Project } from "../release/project.ts";

export const SDK = "@keynest/sdk";

interface Kind {
  readonly column: string;
  readonly file: string;
  /** What it prints, as JSON. */
  readonly expected: unknown;
}

/** Programs for runtimes: both module formats, and one blocking call. */
export const KINDS: readonly Kind[] = [
  { column: "ESM", file: "main.mjs", expected: EXPECTED },
  { column: "CommonJS", file: "main.cjs", expected: EXPECTED },
  { column: "ESM, blocking", file: "blocking.mjs", expected: EXPECTED.name },
  { column: "CommonJS, blocking", file: "blocking.cjs", expected: EXPECTED.name },
];

/** What blocking calls are imported by. */
export const BLOCKING_IMPORTS: Readonly<Record<"mjs" | "cjs", string>> = {
  mjs: `import { tokenAuth } from "@keynest/sdk";\nimport { createSyncClient, getProjectSync } from "@keynest/sdk/sync";`,
  cjs: `const { tokenAuth } = require("@keynest/sdk");\nconst { createSyncClient, getProjectSync } = require("@keynest/sdk/sync");`,
};

/** An expression with the value of `EXPECTED.name`. */
export const BLOCKING_CALL =
  'getProjectSync(createSyncClient({ baseUrl: process.env.MOCK_URL, auth: tokenAuth("0123456789") }), { id: 1 }).name';

/** Why browsers and workers have no blocking calls. The package has no entry point for them. */
export const NO_BLOCKING =
  "Blocking calls need a thread that can wait for another thread, which only Node, Deno and Bun have.";

/** Writes all forms of the program into a project, with a file that runs it. */
export function writePrograms(project: Project): void {
  for (const [kind, text] of Object.entries(PROGRAMS)) project.write(`program.${kind}`, text);
  for (const [kind, text] of Object.entries(MAINS)) project.write(`main.${kind}`, text);
  for (const [kind, imports] of Object.entries(BLOCKING_IMPORTS))
    project.write(`blocking.${kind}`, `${imports}\nconsole.log(JSON.stringify(${BLOCKING_CALL}));\n`);
}

/**
 * Checks the output of the program.
 *
 * @throws {Error} if it is not as expected
 */
export function expectResult(printed: string, expected: unknown = EXPECTED): void {
  let result: unknown;
  try {
    result = JSON.parse(printed);
  } catch {
    throw new Error(`The program printed: ${printed}`);
  }
  if (!isDeepStrictEqual(result, expected))
    throw new Error(`The program returned ${JSON.stringify(result)} instead of ${JSON.stringify(expected)}`);
}

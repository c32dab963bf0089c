import { join } from "node:path";
import { runCommand } from "../command.ts";
import { EXPECTED } from "../release/program.ts";
import type { Cell } from "./cell.ts";
import { BLOCKING_CALL, BLOCKING_IMPORTS, SDK, writePrograms } from "./programs.ts";
import { installTools } from "./tools.ts";

const VERSION = "30.5.2";
/** Jest runs CommonJS by default, and ES modules with a flag of Node. Both have their own global scope. */
const MODULES = [
  { title: "ESM", kind: "mjs", flag: "--experimental-vm-modules", program: 'import { program } from "./program.mjs";' },
  { title: "CommonJS", kind: "cjs", flag: "", program: 'const { program } = require("./program.cjs");' },
] as const;

const CALLS = [
  { suffix: "", expression: "await program(process.env.MOCK_URL)", expected: EXPECTED },
  { suffix: ", blocking", expression: BLOCKING_CALL, expected: EXPECTED.name },
] as const;

export const jestCells: Cell[] = MODULES.flatMap(({ title, kind, flag, program }) =>
  CALLS.map(({ suffix, expression, expected }) => ({
    group: "Runs",
    row: `Jest ${VERSION}`,
    column: title + suffix,
    async run({ project, mockUrl }) {
      const own = project(`jest-${title}${suffix ? "-blocking" : ""}`);
      writePrograms(own);
      const imports = suffix ? BLOCKING_IMPORTS[kind] : program;
      const body = `expect(${expression}).toEqual(${JSON.stringify(expected)});`;
      own.write(`the.test.${kind}`, `${imports}\ntest("runs", async () => {\n  ${body}\n});\n`);
      const config = { testMatch: ["**/the.test.*"], moduleFileExtensions: ["mjs", "cjs", "js", "json"] };
      own.write("jest.config.json", JSON.stringify(config));
      await own.install(SDK);
      const jest = join(await installTools(`jest@${VERSION}`), "jest", "bin", "jest.js");
      const args = [jest, "--ci", `--rootDir=${own.folder}`, "--cacheDirectory=.jest"];
      await runCommand(process.execPath, args, { cwd: own.folder, env: { MOCK_URL: mockUrl, NODE_OPTIONS: flag } });
      return undefined;
    },
  })),
);

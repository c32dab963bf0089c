import { join } from "node:path";
import { runCommand } from "../command.ts";
import { EXPECTED } from "../release/program.ts";
import type { Cell } from "./cell.ts";
import { SDK, writePrograms } from "./programs.ts";
import { installTools } from "./tools.ts";

const VERSION = "30.5.2";
const test = (start: string) => `
${start}
test("runs", async () => {
  expect(await program(process.env.MOCK_URL)).toEqual(${JSON.stringify(EXPECTED)});
});
`;

/** As it comes, Jest takes CommonJS; ES modules are behind a flag of Node's. Either has a global scope of its own. */
const KINDS = [
  {
    column: "ESM",
    file: "program.test.mjs",
    start: 'import { program } from "./program.mjs";',
    flag: "--experimental-vm-modules",
  },
  { column: "CommonJS", file: "program.test.cjs", start: 'const { program } = require("./program.cjs");', flag: "" },
];

export const jestCells: Cell[] = KINDS.map(({ column, file, start, flag }) => ({
  group: "Runs",
  row: `Jest ${VERSION}`,
  column,
  async run({ project, mockUrl }) {
    const own = project(`jest-${column}`);
    writePrograms(own);
    own.write(file, test(start));
    own.write(
      "jest.config.json",
      JSON.stringify({ testMatch: [`**/${file}`], moduleFileExtensions: ["mjs", "cjs", "js", "json"] }),
    );
    await own.install(SDK);
    const jest = join(await installTools(`jest@${VERSION}`), "jest", "bin", "jest.js");
    const args = [jest, "--ci", `--rootDir=${own.folder}`, "--cacheDirectory=.jest"];
    await runCommand(process.execPath, args, { cwd: own.folder, env: { MOCK_URL: mockUrl, NODE_OPTIONS: flag } });
    return undefined;
  },
}));

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../command.ts";
import { type Cell, Unavailable } from "./cell.ts";
import { expectResult, KINDS, SDK, writePrograms } from "./programs.ts";
import { installTools } from "./tools.ts";

const DENO = "2.9.6";
const BUN = "1.4.5";
const RUNTIMES = [
  {
    row: `Deno ${DENO}`,
    find: () => findBinary("deno", `deno@${DENO}`, "@deno", /deno(\.exe)?$/),
    // By itself, Deno takes no package that has been out for less than a day.
    install: ["add", "--quiet", "--minimum-dependency-age=0", `npm:${SDK}`],
    run: ["run", "--quiet", "--allow-env", "--allow-net=127.0.0.1", "--allow-read"],
  },
  {
    row: `Bun ${BUN}`,
    find: () => findBinary("bun", `bun@${BUN}`, "@oven", /bun(\.exe)?$/),
    install: ["add", "--silent", SDK],
    run: ["run"],
  },
];

/** Each installs the SDK itself, as its users do. */
export const denoAndBunCells: Cell[] = RUNTIMES.flatMap(({ row, find, install, run }) =>
  KINDS.map(({ column, file, expected }) => ({
    group: "Runs",
    row,
    column,
    async run({ project, mockUrl }) {
      const own = project(`${row}-${column}`.replaceAll(" ", "-"));
      writePrograms(own);
      const binary = await find();
      // Caches of their own, since a port of the local registry comes again some day.
      const caches = { BUN_INSTALL_CACHE_DIR: join(own.folder, ".cache"), DENO_DIR: join(own.folder, ".cache") };
      const options = { cwd: own.folder, env: { ...caches, MOCK_URL: mockUrl }, timeoutMs: 60_000 };
      await runCommand(binary, install, options);
      expectResult(await runCommand(binary, [...run, file], options), expected);
      return undefined;
    },
  })),
);

/** npm installs the package for this machine alone, so its binary needs no install script to be found. */
async function findBinary(name: string, specifier: string, scope: string, pattern: RegExp): Promise<string> {
  const folder = join(await installTools(specifier), scope);
  const entries = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const found = entries.find((path) => pattern.test(path));
  if (!found) throw new Unavailable(`${name} has no binary for ${process.platform} ${process.arch}.`);
  return join(folder, found);
}

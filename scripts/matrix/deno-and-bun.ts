import { readdirSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../command.ts";
import { type Cell, UnavailableError } from "./cell.ts";
import { expectResult, KINDS, SDK, writePrograms } from "./programs.ts";
import { installTools } from "./tools.ts";

const DENO = "2.9.6";
const BUN = "1.4.5";
const RUNTIMES = [
  {
    row: `Deno ${DENO}`,
    find: () => findBinary("deno", `deno@${DENO}`, "@deno", /deno(\.exe)?$/),
    // By default, Deno refuses packages that are younger than a day.
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

/** Each runtime installs the SDK itself, like users do. */
export const denoAndBunCells: Cell[] = RUNTIMES.flatMap(({ row, find, install, run }) =>
  KINDS.map(({ column, file, expected }) => ({
    group: "Runs",
    row,
    column,
    async run({ project, mockUrl }) {
      const own = project(`${row}-${column}`.replaceAll(" ", "-"));
      writePrograms(own);
      const binary = await find();
      // Separate caches, because the port of the local registry may be reused.
      const caches = { BUN_INSTALL_CACHE_DIR: join(own.folder, ".cache"), DENO_DIR: join(own.folder, ".cache") };
      const options = { cwd: own.folder, env: { ...caches, MOCK_URL: mockUrl }, timeoutMs: 60_000 };
      await runCommand(binary, install, options);
      expectResult(await runCommand(binary, [...run, file], options), expected);
      return undefined;
    },
  })),
);

/** Finds the binary without an install script, because npm installs only the package for this machine. */
async function findBinary(name: string, specifier: string, scope: string, pattern: RegExp): Promise<string> {
  const folder = join(await installTools(specifier), scope);
  const entries = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const found = entries.find((path) => pattern.test(path));
  if (!found) throw new UnavailableError(`${name} has no binary for ${process.platform} ${process.arch}.`);
  return join(folder, found);
}

// The way in for `npm start` and `npm test` on a bare machine: installs what is missing, then runs a script of this
// folder on the Node that the repository pins. Plain JavaScript, because the machine's own Node runs it.
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const BIN = join(ROOT, "node_modules", ".bin");
const STAMP = join(ROOT, "node_modules", ".keynest-setup");
const WINDOWS = process.platform === "win32";

const [script, ...args] = process.argv.slice(2);
await setUp();
const nodeFolder = join(ROOT, "node_modules", "node", "bin");
const path = [nodeFolder, BIN, process.env.PATH].join(delimiter);
const environment = {
  ...process.env,
  PATH: path,
  TURBO_TELEMETRY_DISABLED: "1",
  REDOCLY_TELEMETRY: "off",
  ...starter(),
};
const node = join(nodeFolder, WINDOWS ? "node.exe" : "node");
process.exitCode = await run(node, [join(ROOT, "scripts", `${script}.ts`), ...args], {
  env: environment,
  stdio: "inherit",
});

/** The Node that tests run on, where they can: npm's own. From the second run on, npm finds the pinned one for this. */
function starter() {
  const path = process.env.npm_node_execpath ?? process.execPath;
  const version = execFileSync(path, ["--print", "process.versions.node"], { encoding: "utf8" }).trim();
  return { KEYNEST_NODE: path, KEYNEST_NODE_VERSION: version };
}

/** Installs the locked dependencies, unless that has been done for just this lock file. */
async function setUp() {
  const key = setupKey();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === key) return;
  const pinned = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).devDependencies.pnpm;
  console.log("Setting up: installing the locked dependencies (once, about a minute) …");
  const log = [];
  // By the shell, because npx is a script of it on Windows.
  const install = `npx --yes pnpm@${pinned} install --frozen-lockfile`;
  const code = await run(install, [], { stdio: ["ignore", "pipe", "pipe"], shell: true, log });
  if (code !== 0) {
    console.error(`${log.join("")}\nThe dependencies could not be installed. Is the npm registry reachable?`);
    process.exit(code);
  }
  // Linked before its package knew that it is an .exe; without it, commands find the one that is first on the path.
  if (WINDOWS) for (const name of ["node", "node.cmd", "node.ps1"]) rmSync(join(BIN, name), { force: true });
  writeFileSync(STAMP, key);
}

/** Changes with everything that decides what gets installed. */
function setupKey() {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}`);
  const packages = readdirSync(join(ROOT, "packages"))
    .sort()
    .map((name) => join("packages", name, "package.json"));
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml"]) hash.update(readFileSync(join(ROOT, file)));
  for (const file of ["package.json", "spec/package.json", "scripts/package.json", ...packages]) {
    if (existsSync(join(ROOT, file))) hash.update(JSON.stringify(dependenciesIn(join(ROOT, file))));
  }
  return hash.digest("hex");
}

/** A new version or script of a package installs nothing. */
function dependenciesIn(file) {
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  return Object.entries(manifest).filter(([name]) => /dependencies|^bin$/i.test(name));
}

/** Runs a program to its end. What a terminal sends at Ctrl-C, it gets by itself; twice would end it at once. */
function run(program, programArgs, { log = [], ...options }) {
  return new Promise((resolve) => {
    const child = spawn(program, programArgs, { cwd: ROOT, ...options });
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => log.push(chunk.toString()));
    process.on("SIGTERM", () => child.kill("SIGTERM"));
    process.on("SIGINT", () => process.stdin.isTTY || WINDOWS || child.kill("SIGINT"));
    child.on("error", (error) => {
      log.push(`${program}: ${error.message}\n`);
      resolve(1);
    });
    child.on("exit", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 1)));
  });
}

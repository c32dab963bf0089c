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
const LINKED = join(ROOT, "node_modules", ".keynest-linked");
const WINDOWS = process.platform === "win32";

// The lock file there holds the hash of pnpm, and of the binaries for Linux that it brings along. Those for other systems
// are downloaded by that pnpm itself, which checks npm's signature of them.
const PNPM = join(ROOT, "scripts", "pnpm");
const PNPM_PROGRAM = join(PNPM, "node_modules", "pnpm", "bin", "pnpm.mjs");
const INSTALL_PNPM = "npm ci --ignore-scripts --no-audit --no-fund --loglevel=error";
const WRONG_HASH =
  "What the npm registry sent as pnpm has another hash than scripts/pnpm/package-lock.json says, so it was not run.";
const NOT_INSTALLED = "The dependencies could not be installed. Is the npm registry reachable?";

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
  // Installing in a copy that links to the dependencies of another tree would write into that tree.
  if (existsSync(LINKED)) return;
  const key = setupKey();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === key) return;
  console.log("Setting up: installing the locked dependencies (once, about a minute) …");
  const log = [];
  const options = { stdio: ["ignore", "pipe", "pipe"], log };
  // By the shell, because npm is a script of it on Windows.
  let code = await run(INSTALL_PNPM, [], { ...options, shell: true, cwd: PNPM });
  if (code === 0) code = await run(process.execPath, [PNPM_PROGRAM, "install", "--frozen-lockfile"], options);
  if (code !== 0) {
    const output = log.join("");
    console.error(`${output}\n${output.includes("EINTEGRITY") ? WRONG_HASH : NOT_INSTALLED}`);
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
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml", "scripts/pnpm/package-lock.json"])
    hash.update(readFileSync(join(ROOT, file)));
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

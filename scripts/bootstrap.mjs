// Entry point of `npm start` and `npm test`, which works on a bare machine: installs missing dependencies, then runs a
// script of this folder with the pinned Node. Plain JavaScript, because the machine's own Node runs it.
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

// That lock file has the hashes of pnpm and its binaries for Linux. For other systems, pnpm downloads its binaries itself,
// and checks npm's signature.
const PNPM = join(ROOT, "scripts", "pnpm");
const PNPM_PROGRAM = join(PNPM, "node_modules", "pnpm", "bin", "pnpm.mjs");
const INSTALL_PNPM = "npm ci --ignore-scripts --no-audit --no-fund --loglevel=error";
const WRONG_HASH =
  "The npm registry sent a pnpm whose hash differs from scripts/pnpm/package-lock.json. It was not run.";
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

/** The Node of npm, on which tests run if possible. After the first run, a plain `node` would be the pinned one. */
function starter() {
  const path = process.env.npm_node_execpath ?? process.execPath;
  const version = execFileSync(path, ["--print", "process.versions.node"], { encoding: "utf8" }).trim();
  return { KEYNEST_NODE: path, KEYNEST_NODE_VERSION: version };
}

/** Installs the locked dependencies, unless they are installed for this lock file. */
async function setUp() {
  // Installing in a copy that links to the dependencies of another tree would write into that tree.
  if (existsSync(LINKED)) return;
  const key = setupKey();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === key) return;
  console.log("Setting up: installing the locked dependencies (once, about a minute) …");
  const log = [];
  const options = { stdio: ["ignore", "pipe", "pipe"], log };
  // Through the shell, because npm is a shell script on Windows.
  let code = await run(INSTALL_PNPM, [], { ...options, shell: true, cwd: PNPM });
  if (code === 0) code = await run(process.execPath, [PNPM_PROGRAM, "install", "--frozen-lockfile"], options);
  if (code !== 0) {
    const output = log.join("");
    console.error(`${output}\n${output.includes("EINTEGRITY") ? WRONG_HASH : NOT_INSTALLED}`);
    process.exit(code);
  }
  // pnpm linked this file before its package declared the .exe. Without it, commands find the first one on the path.
  if (WINDOWS) for (const name of ["node", "node.cmd", "node.ps1"]) rmSync(join(BIN, name), { force: true });
  writeFileSync(STAMP, key);
}

/** Hashes the inputs of an installation. */
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

/** Keeps the fields that affect an installation. */
function dependenciesIn(file) {
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  return Object.entries(manifest).filter(([name]) => /dependencies|^bin$/i.test(name));
}

/** Runs a program to its end. The terminal sends Ctrl-C to the program itself; a second signal would kill it. */
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

import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CommandError, runCommand } from "../command.ts";
import { createTemporaryFolder } from "../temporary-folder.ts";
import { ROOT } from "../turbo.ts";

const BOOTSTRAP = join(ROOT, "scripts", "bootstrap.mjs");

// `script` of util-linux gives a program a terminal; other systems have another one.
test.skipIf(process.platform !== "linux")(
  "does not forward Ctrl-C, which the terminal sends to all processes",
  async () => {
    const command = `"${process.execPath}" "${BOOTSTRAP}" test/fixtures/count-interrupts`;
    const terminal = spawn("script", ["--quiet", "--return", "--command", command, "/dev/null"], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const ended = once(terminal, "exit");
    let printed = "";
    for await (const chunk of terminal.stdout) {
      printed += chunk;
      const [, bootstrap] = /^Started by (\d+)\.\r\n/.exec(printed) ?? [];
      if (!bootstrap) continue;
      process.kill(Number(bootstrap), "SIGINT");
      // This one is handed on, after what came before.
      process.kill(Number(bootstrap), "SIGTERM");
      break;
    }
    expect(await ended).toEqual([0, null]);
  },
);

test("runs tests on the Node of npm, not on the one in node_modules", async () => {
  // The same one, by another name.
  const path = `${dirname(process.execPath)}/./${basename(process.execPath)}`;
  const env = { ...process.env, npm_node_execpath: path };
  const args = [BOOTSTRAP, "test/fixtures/print-starter"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env });
  expect(stdout).toBe(`${path} ${process.versions.node}\n`);
});

describe("the pnpm that it installs with", () => {
  const manifestOf = (folder: string) => JSON.parse(readFileSync(join(ROOT, folder, "package.json"), "utf8"));

  test("is the one that the repository names everywhere", () => {
    const { devDependencies, devEngines } = manifestOf(".");
    const { dependencies } = manifestOf("scripts/pnpm");
    expect(dependencies).toEqual({ pnpm: devDependencies.pnpm });
    expect(devEngines.packageManager.version).toBe(devDependencies.pnpm);
  });

  test("has a hash, and so have the binaries that it brings along", () => {
    const { packages } = JSON.parse(readFileSync(join(ROOT, "scripts/pnpm/package-lock.json"), "utf8"));
    const { "": root, ...locked } = packages as Record<string, { version: string; integrity: string }>;
    expect(root).toMatchObject({ dependencies: manifestOf("scripts/pnpm").dependencies });
    expect(Object.keys(locked)).toContain("node_modules/pnpm");
    for (const { integrity } of Object.values(locked)) expect(integrity).toMatch(/^sha512-/);
  });

  let repository: Awaited<ReturnType<typeof createRepository>>;
  beforeAll(async () => {
    repository = await createRepository();
  });
  afterAll(() => repository[Symbol.dispose]());

  test("runs when its hash is the locked one", async () => {
    const { bootstrap, packed } = repository;
    const error = await bootstrap(packed.integrity);
    expect(error.output).toContain("pnpm ran: install --frozen-lockfile\n");
    expect(error.output).toContain("The dependencies could not be installed. Is the npm registry reachable?");
  });

  test("does not run when its hash is another", async () => {
    const { bootstrap } = repository;
    const error = await bootstrap(`sha512-${createHash("sha512").update("another").digest("base64")}`);
    expect(error.output).not.toContain("pnpm ran");
    expect(error.output).toContain(
      "\nThe npm registry sent a pnpm whose hash differs from scripts/pnpm/package-lock.json. It was not run.",
    );
  });

  test("is not installed in a copy whose dependencies are links", async () => {
    using copy = await createRepository();
    copy.write("node_modules/.keynest-linked", "");
    const { output } = await copy.bootstrap(copy.packed.integrity);
    expect(output).not.toContain("Setting up");
  });
});

/** A repository with nothing but the bootstrap, and a registry on loopback with a pnpm that fails. */
async function createRepository() {
  const temporary = createTemporaryFolder("bootstrap");
  const root = join(temporary.path, "root");
  const write = (path: string, content: unknown) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), typeof content === "string" ? content : JSON.stringify(content));
  };
  write("../pnpm/package.json", { name: "pnpm", version: "1.0.0" });
  write("../pnpm/bin/pnpm.mjs", `console.log("pnpm ran:", ...process.argv.slice(2));\nprocess.exitCode = 3;\n`);
  const packing = { cwd: temporary.path };
  const [packed] = JSON.parse(await runCommand("npm", ["pack", "./pnpm", "--json"], packing)) as [Packed];
  const registry = await servePnpm(readFileSync(join(temporary.path, packed.filename)), packed);

  for (const folder of [".", "spec", "scripts", "scripts/pnpm"]) write(join(folder, "package.json"), {});
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml"]) write(file, "");
  mkdirSync(join(root, "packages"));
  write("scripts/pnpm/package.json", { dependencies: { pnpm: "1.0.0" } });
  copyFileSync(BOOTSTRAP, join(root, "scripts/bootstrap.mjs"));

  /** Runs it, with a hash in the lock file. It fails in any case. */
  const bootstrap = async (integrity: string): Promise<CommandError> => {
    const packages = {
      "": { dependencies: { pnpm: "1.0.0" } },
      "node_modules/pnpm": { version: "1.0.0", integrity },
    };
    write("scripts/pnpm/package-lock.json", { lockfileVersion: 3, requires: true, packages });
    const env = { NPM_CONFIG_REGISTRY: registry.url, NPM_CONFIG_CACHE: join(temporary.path, "cache") };
    const running = runCommand("node", ["scripts/bootstrap.mjs", "start"], { cwd: root, env });
    const error = await running.catch((reason: unknown) => reason);
    if (!(error instanceof CommandError)) throw new Error("It did not fail.");
    return error;
  };
  const dispose = () => {
    registry.close();
    temporary[Symbol.dispose]();
  };
  return { bootstrap, packed, write, [Symbol.dispose]: dispose };
}

interface Packed {
  readonly filename: string;
  readonly integrity: string;
}

/** A registry that has one package. */
async function servePnpm(tarball: Buffer, { integrity }: Packed) {
  const server = createServer((request, response) => {
    const url = `http://${request.headers.host}/pnpm.tgz`;
    const version = { name: "pnpm", version: "1.0.0", dist: { tarball: url, integrity } };
    const packument = { name: "pnpm", "dist-tags": { latest: "1.0.0" }, versions: { "1.0.0": version } };
    response.end(request.url === "/pnpm.tgz" ? tarball : JSON.stringify(packument));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close };
}

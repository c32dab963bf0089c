import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { bundleWithEsbuild } from "./bundle-with.ts";
import { type Cell, UnavailableError } from "./cell.ts";
import { expectResult, NO_BLOCKING, SDK, writePrograms } from "./programs.ts";
import { installTools } from "./tools.ts";

const VERSION = "1.20261117.1";

const KINDS = [
  { column: "ESM", start: 'import { program } from "./program.mjs";' },
  { column: "CommonJS", start: 'const { program } = require("./program.cjs");' },
  { column: "ESM, blocking", start: 'import "./blocking.mjs";', explained: NO_BLOCKING },
  { column: "CommonJS, blocking", start: 'require("./blocking.cjs");', explained: NO_BLOCKING },
];

const HANDLER = `
export default {
  async fetch(_request, { MOCK_URL }) {
    return program(MOCK_URL).then(
      (result) => Response.json(result),
      (error) => new Response(error.stack, { status: 500 }),
    );
  },
};
`;

/** The configuration: network access to this machine only, and a free port. */
const configure = (mockUrl: string) => `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .worker), (name = "internet", network = (allow = ["private"]))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const worker :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  bindings = [(name = "MOCK_URL", text = "${mockUrl}")],
  compatibilityDate = "2026-01-01",
);
`;

/** Workers are ES modules; their sources may be CommonJS. */
export const workerdCells: Cell[] = KINDS.map(({ column, start, explained }) => ({
  group: "Runs",
  row: `workerd ${VERSION}`,
  column,
  ...(explained === undefined ? {} : { explained }),
  async run({ project, mockUrl }) {
    const own = project(`workerd-${column}`);
    writePrograms(own);
    own.write("worker.mjs", start + HANDLER);
    own.write("config.capnp", configure(mockUrl));
    await own.install(SDK);
    own.write("worker.js", await bundleWithEsbuild(own.folder, "worker.mjs", { conditions: ["workerd", "worker"] }));
    expectResult(await askWorker(own.folder));
    return undefined;
  },
}));

/** Starts the worker of a folder, and sends a request. Returns the response text. */
async function askWorker(folder: string): Promise<string> {
  const child = spawn(await findWorkerd(), ["serve", "config.capnp", "--control-fd=1"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "exit");
  try {
    const port = await new Promise<number>((resolve, reject) => {
      let printed = "";
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (chunk: Buffer) => {
          printed += chunk.toString();
          const [, found] = /"socket":"http","port":(\d+)/.exec(printed) ?? [];
          if (found) resolve(Number(found));
        });
      child.on("error", reject);
      child.on("exit", () => reject(new Error(`workerd ended:\n${printed}`)));
    });
    return await (await fetch(`http://127.0.0.1:${port}/`)).text();
  } finally {
    child.kill();
    await ended;
  }
}

async function findWorkerd(): Promise<string> {
  const folder = join(await installTools(`workerd@${VERSION}`), "@cloudflare");
  const [name] = readdirSync(folder);
  if (!name) throw new UnavailableError(`workerd has no binary for ${process.platform} ${process.arch}.`);
  return join(folder, name, "bin", process.platform === "win32" ? "workerd.exe" : "workerd");
}

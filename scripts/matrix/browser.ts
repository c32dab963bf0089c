import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream, existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { findChromium } from "../chromium.ts";
import { BUNDLERS, loadVite } from "./bundle-with.ts";
import { type Cell, UnavailableError } from "./cell.ts";
import { expectResult, NO_BLOCKING, SDK, writePrograms } from "./programs.ts";

const KINDS = [
  { column: "ESM", start: 'import { program } from "./program.mjs";' },
  { column: "CommonJS", start: 'import module from "./program.cjs"; const { program } = module;' },
  { column: "ESM, blocking", start: 'import "./blocking.mjs";', explained: NO_BLOCKING },
  { column: "CommonJS, blocking", start: 'import "./blocking.cjs";', explained: NO_BLOCKING },
];

const PAGE = `<!doctype html><title>Program</title><script type="module" src="./page.mjs"></script>`;

/** The mock server has another origin than the page, so the program needs its CORS headers. */
const page = (start: string, mockUrl: string) => `
${start}
const tell = (body) => fetch("/result", { method: "POST", body });
program("${mockUrl}").then((result) => tell(JSON.stringify(result)), (error) => tell(String(error.stack)));
`;

const NO_CHROMIUM = "Chromium is not installed. Run apt-get install chromium, or set CHROMIUM to its path.";

/** Timeout for a page in milliseconds, including the start of the browser. */
const PAGE_MS = 60_000;

export const browserCells: Cell[] = KINDS.map(({ column, start, explained }) => ({
  group: "Runs",
  row: `Chromium, Vite ${BUNDLERS.Vite}`,
  column,
  ...(explained === undefined ? {} : { explained }),
  async run({ project, mockUrl }) {
    const chromium = findChromium();
    if (!chromium) throw new UnavailableError(NO_CHROMIUM);
    const own = project(`browser-${column}`);
    writePrograms(own);
    own.write("index.html", PAGE);
    own.write("page.mjs", page(start, mockUrl));
    await own.install(SDK);
    const { build } = await loadVite();
    await build({ root: own.folder, configFile: false, logLevel: "silent" });
    expectResult(await openPage(chromium, own.folder));
    return undefined;
  },
}));

/** Opens the built page of a folder in a browser. Returns the report of the page. */
async function openPage(chromium: string, folder: string): Promise<string> {
  const { promise: result, resolve } = Promise.withResolvers<string>();
  const server = await serve(join(folder, "dist"), resolve);
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"];
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const profile = `--user-data-dir=${join(folder, "profile")}`;
  const browser = spawn(chromium, [...flags, profile, url], { stdio: "ignore" });
  const ended = once(browser, "exit");
  const timer = setTimeout(() => resolve("nothing; the page did not finish"), PAGE_MS);
  browser.on("exit", () => resolve("nothing; the browser exited"));
  try {
    return await result;
  } finally {
    clearTimeout(timer);
    browser.kill();
    await ended;
    server.closeAllConnections();
    server.close();
  }
}

/** Serves a folder, and receives the report of the page. */
async function serve(folder: string, onResult: (printed: string) => void): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (request.method === "POST") {
      void text(request).then(onResult);
      return void response.writeHead(204).end();
    }
    const file = join(folder, pathname === "/" ? "index.html" : pathname);
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.setHeader("content-type", file.endsWith(".html") ? "text/html" : "text/javascript");
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

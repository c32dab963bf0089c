import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "../command.ts";
import type { Document } from "./code-samples.ts";

const require = createRequire(import.meta.url);

/** Forbids all network requests of the page. */
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline' data: blob:; style-src 'unsafe-inline'; img-src data:; font-src data:";

/** Replaces Redoc's logo, which the page would load from a server. */
const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" width="44" height="14"><text y="11" font-family="sans-serif" font-size="11" fill="#5b6b86">Redoc</text></svg>`;

/**
 * Renders an OpenAPI document with Redoc as one self-contained page, which needs no server and no network. Redoc supports
 * webhooks, code samples and search.
 *
 * @param labels - labels of the code samples, in order
 * @returns HTML
 * @throws {Error} if the versions of Redoc's command and its bundle differ
 */
export async function renderByRedoc(document: Document, labels: readonly string[]): Promise<string> {
  const languages = [...labels.map((label) => ({ lang: "typescript", label })), { lang: "payload", label: "Payload" }];
  const folder = await mkdtemp(join(tmpdir(), "reference-"));
  try {
    await writeFile(join(folder, "openapi.json"), JSON.stringify(document));
    await writeFile(join(folder, "redocly.yaml"), JSON.stringify({ openapi: { codeSamples: { languages } } }));
    const command = join(require.resolve("@redocly/cli/package.json"), "..", "bin", "cli.js");
    await runCommand(process.execPath, [command, "build-docs", "openapi.json", "--output", "index.html"], {
      cwd: folder,
      env: { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
    });
    return standAlone(await readFile(join(folder, "index.html"), "utf8"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Inlines Redoc's bundle, which the page would load from a server. */
function standAlone(html: string): string {
  const bundle = readFileSync(require.resolve("redoc/bundles/redoc.standalone.js"));
  const [preload = "", address = "", hash] =
    /<link rel="modulepreload" href="([^"]+)" integrity="([^"]+)"[^>]*>/.exec(html) ?? [];
  const found = `sha384-${createHash("sha384").update(bundle).digest("base64")}`;
  if (hash !== found)
    throw new Error(`The versions of redoc and @redocly/cli differ: the bundle at ${address} has another hash.`);
  const source = replaceLogo(bundle.toString());
  const imports = { [address]: `data:text/javascript;base64,${Buffer.from(source).toString("base64")}` };
  const head = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">
  <script type="importmap">${JSON.stringify({ imports })}</script>`;
  return replaceLogo(html.replace(preload, () => head));
}

function replaceLogo(text: string): string {
  const address = /https:\/\/cdn\.redoc\.ly\/[\w/.-]+\.svg/g;
  return text.replace(address, () => `data:image/svg+xml;base64,${Buffer.from(LOGO).toString("base64")}`);
}

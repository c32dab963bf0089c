// `npm run docs`: builds the API reference, a page that opens from the disk.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "./build.ts";
import { renderReference } from "./reference/reference.ts";
import { printLine, style } from "./terminal.ts";
import { ROOT } from "./turbo.ts";

const FOLDER = join(ROOT, "dist-docs");

if (await build()) {
  const html = await renderReference();
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, "index.html");
  writeFileSync(file, html);
  const size = `${(html.length / 2 ** 20).toFixed(1)} MiB, self-contained`;
  printLine(`The API reference: ${style("bold", pathToFileURL(file).href)} ${style("dim", `(${size})`)}`);
} else {
  process.exitCode = 1;
}

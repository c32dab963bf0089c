import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Version of this package. */
export const version: string = (
  JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string }
).version;

/** Folder of the generator's code: `src` or `dist`. */
export const generatorFolder: string = fileURLToPath(new URL(".", import.meta.url));

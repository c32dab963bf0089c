import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { createClient } from "@hey-api/openapi-ts";
import { rolldown } from "rolldown";

export const NAMES = ["raw-fetch", "keynest-sdk", "openapi-fetch", "hey-api", "ky", "axios"];
const cache = fileURLToPath(new URL("node_modules/.cache/", import.meta.url));

/** Bundles every contestant like a program. Returns files by name. */
export async function bundleContestants() {
  await mkdir(cache, { recursive: true });
  await createClient({
    input: fileURLToPath(new URL("../../spec/dist/openapi.json", import.meta.url)),
    logs: { level: "silent", file: false },
    output: `${cache}hey-api`,
    plugins: ["@hey-api/client-fetch", "@hey-api/typescript", "@hey-api/sdk"],
  });
  const files = {};
  for (const name of NAMES) {
    files[name] = `${cache}${name}.js`;
    await writeFile(files[name], await bundle(`export * from "${contestant(name)}";`, false));
  }
  return files;
}

/** The program that makes one call, minified. */
export function bundleOneCall(name) {
  return bundle(`import { makeList } from "${contestant(name)}"; makeList(fetch)();`, true);
}

/** Bundles code of a file in this folder. */
export async function bundle(code, minify) {
  const entry = fileURLToPath(new URL("entry.js", import.meta.url));
  const virtual = {
    name: "entry",
    resolveId: (id) => (id === entry ? entry : null),
    load: (id) => (id === entry ? code : null),
  };
  const built = await rolldown({ input: entry, platform: "browser", plugins: [virtual], logLevel: "silent" });
  const { output } = await built.generate({ format: "esm", minify });
  return output[0].code;
}

function contestant(name) {
  return fileURLToPath(new URL(`contestants/${name}.js`, import.meta.url));
}

import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const specFolder = fileURLToPath(new URL("../", import.meta.url));

/** Lints descriptions and resolves to Redocly's report. */
export async function lint(config, ...descriptions) {
  return JSON.parse(await redocly("lint", "--config", config, "--format", "json", ...descriptions));
}

/** Bundles the description of this package and resolves to the bundle. */
export async function bundle(file) {
  await redocly("bundle", "--config", "redocly.yaml", "openapi.yaml", "-o", file);
  return JSON.parse(await readFile(file, "utf8"));
}

function redocly(...args) {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ["redocly.js", ...args], { cwd: specFolder }, (error, stdout, stderr) => {
      // Problems in a description end in exit code 1 and are in the report all the same.
      if (error && error.code !== 1) reject(new Error(stderr, { cause: error }));
      else resolve(stdout);
    });
  });
}

import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const specFolder = fileURLToPath(new URL("../", import.meta.url));

/** Lints descriptions and resolves to the problems in all of them. */
export async function lint(config, ...descriptions) {
  const printed = await redocly("lint", "--config", config, "--format", "json", ...descriptions);
  // A document for each description, one after the other.
  const reports = JSON.parse(`[${printed.replaceAll("\n}{\n", "\n},{\n")}]`);
  return reports.flatMap(({ problems }) => problems);
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

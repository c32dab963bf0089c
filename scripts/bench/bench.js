// `pnpm bench [calls] [imports] [sizes] [mock] [generate] [description …]`: compares SDK, mock and generator with similar
// packages, and prints tables. Descriptions are additional inputs for the generators. The first run installs the other
// packages, from a separate lock file.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cpus } from "node:os";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const TABLES = ["calls", "imports", "sizes", "mock", "generate"];

const named = process.argv.slice(2).filter((name) => TABLES.includes(name));
const others = process.argv.slice(2).filter((name) => !TABLES.includes(name));
const unknown = others.filter((file) => !existsSync(file));
if (unknown.length > 0) {
  console.error(`Unknown table or file: ${unknown.join(", ")}. The tables are: ${TABLES.join(", ")}.`);
  process.exit(2);
}
if (!existsSync(new URL("../../packages/sdk/dist/index.js", import.meta.url))) {
  console.error("The SDK is not built. Run npm start first.");
  process.exit(1);
}
if (!existsSync(new URL("node_modules/@stoplight/prism-cli", import.meta.url))) {
  console.log("Installing the packages to compare with (once) …");
  const install = ["install", "--ignore-workspace", "--ignore-scripts", "--frozen-lockfile"];
  const { status, stdout, stderr } = spawnSync("pnpm", install, { cwd: here, encoding: "utf8" });
  if (status !== 0) {
    console.error(
      `${stdout}${stderr}\nThe packages to compare with could not be installed. Is the npm registry reachable?`,
    );
    process.exit(1);
  }
}

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0].model}`);
const asked = named.length > 0 ? named : TABLES;
const { bundleContestants } = await import("./bundles.js");
const bundles = asked.some((name) => name !== "mock" && name !== "generate") ? await bundleContestants() : {};
const descriptions = others.map((file) => resolve(file));
for (const name of asked) await (await import(`./${name}.js`)).default(bundles, descriptions);

// `pnpm bench [calls] [imports] [sizes] [mock]`: measures the SDK and the mock beside their peers, in one run, and prints
// tables. The peers are installed when they are first needed, from a lock file of their own.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const tables = { calls: "./calls.js", imports: "./imports.js", sizes: "./sizes.js", mock: "./mock.js" };

const unknown = process.argv.slice(2).filter((name) => !(name in tables));
if (unknown.length > 0) {
  console.error(`There is no table ${unknown.join(", ")}. There are: ${Object.keys(tables).join(", ")}.`);
  process.exit(2);
}
if (!existsSync(new URL("../../packages/sdk/dist/index.js", import.meta.url))) {
  console.error("The SDK has not been built: run npm start first.");
  process.exit(1);
}
if (!existsSync(new URL("node_modules/@stoplight/prism-cli", import.meta.url))) {
  console.log("Installing the peers (once) …");
  const install = ["install", "--ignore-workspace", "--ignore-scripts", "--frozen-lockfile"];
  const { status, stdout, stderr } = spawnSync("pnpm", install, { cwd: here, encoding: "utf8" });
  if (status !== 0) {
    console.error(`${stdout}${stderr}\nThe peers could not be installed. Is the npm registry reachable?`);
    process.exit(1);
  }
}

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0].model}`);
const asked = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(tables);
const { bundleContestants } = await import("./bundles.js");
const bundles = asked.some((name) => name !== "mock") ? await bundleContestants() : {};
for (const name of asked) await (await import(tables[name])).default(bundles);

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { print } from "./table.js";

const ROUNDS = 31;
const cwd = fileURLToPath(new URL(".", import.meta.url));

/** Time to import a module in a process of its own, over one that imports nothing. */
export default function imports(bundles) {
  const modules = {
    nothing: undefined,
    "@keynest/sdk": "@keynest/sdk",
    "@keynest/sdk/projects": "@keynest/sdk/projects",
    "openapi-fetch": "openapi-fetch",
    "hey-api": bundles["hey-api"],
    ky: "ky",
    axios: "axios",
  };
  const times = Object.fromEntries(Object.keys(modules).map((name) => [name, []]));
  for (let round = -2; round < ROUNDS; round++) {
    for (const [name, module] of Object.entries(modules)) {
      const code = module ? `import ${JSON.stringify(module)}` : "0";
      const started = performance.now();
      execFileSync(process.execPath, ["--input-type=module", "-e", code], { cwd });
      if (round >= 0) times[name].push(performance.now() - started);
    }
  }
  const median = (name) => times[name].sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
  const base = median("nothing");
  const rows = Object.keys(modules)
    .slice(1)
    .map((name) => [name, (median(name) - base).toFixed(1)]);
  print("Time to import (ms over a process that imports nothing; ours should be at most 5)", ["", "ms"], rows);
}

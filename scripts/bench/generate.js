import { spawnSync } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { print } from "./table.js";

const ROUNDS = 9;
const here = fileURLToPath(new URL(".", import.meta.url));
const scratch = `${here}node_modules/.cache/generate/`;
const ours = fileURLToPath(new URL("../../packages/codegen/bin/keynest-codegen.js", import.meta.url));
const keynest = fileURLToPath(new URL("../../spec/dist/openapi.json", import.meta.url));
/** Prints the peak resident memory of a process, in KiB, as the last line of standard error. */
const sayMemory = `data:text/javascript,process.on("exit",()=>process.stderr.write("\\n"+process.resourceUsage().maxRSS))`;

/** Measures whole processes that generate a client, from KeyNest's description and the given ones. */
export default async function generate(_bundles, descriptions) {
  for (const input of [keynest, ...descriptions]) {
    const commands = { "@keynest/codegen": await oursFor(input), "hey-api": heyApiFor(input) };
    const runs = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
    for (let round = -1; round < ROUNDS; round++) {
      for (const [name, args] of Object.entries(commands)) {
        await rm(`${scratch}${name}`, { recursive: true, force: true });
        const run = measure(args);
        if (round >= 0) runs[name].push(run);
      }
    }
    const median = (name, of) => runs[name].map((run) => run[of]).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
    const rows = Object.keys(runs).map((name) => [name, median(name, "ms").toFixed(0), median(name, "MiB").toFixed(0)]);
    print(
      `Generating from ${basename(input)} (ours with classes, blocking variants and documentation pages)`,
      ["", "ms", "MiB"],
      rows,
    );
  }
}

async function oursFor(input) {
  const output = `${scratch}@keynest/codegen/`;
  const docs = { output: `${output}docs`, package: "client", sync: "client/sync", class: "Client" };
  await mkdir(scratch, { recursive: true });
  const config = `${scratch}${basename(input)}.config.json`;
  await writeFile(config, JSON.stringify({ input, output: `${output}src`, resources: true, sync: true, docs }));
  return [ours, "--config", config];
}

function heyApiFor(input) {
  const options = {
    input,
    logs: { level: "silent", file: false },
    output: `${scratch}hey-api`,
    plugins: ["@hey-api/client-fetch", "@hey-api/typescript", "@hey-api/sdk"],
  };
  const code = `import { createClient } from "@hey-api/openapi-ts"; await createClient(${JSON.stringify(options)});`;
  return ["--input-type=module", "-e", code];
}

function measure(args) {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["--import", sayMemory, ...args], {
    cwd: here,
    encoding: "utf8",
  });
  const ms = performance.now() - started;
  if (status !== 0) throw new Error(stderr);
  return { ms, MiB: Number(stderr.split("\n").at(-1)) / 1024 };
}

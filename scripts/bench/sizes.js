import { brotliCompressSync } from "node:zlib";
import { bundle, bundleOneCall } from "./bundles.js";
import { print } from "./table.js";

const FURTHER = [
  ...["createProject", "getProject", "updateProject", "deleteProject", "listOrganizations"],
  ...["listEnvironments", "createEnvironment", "getEnvironment", "updateEnvironment", "deleteEnvironment"],
];

/** Size of a program that makes one call, minified, and compressed with brotli. */
export default async function sizes(bundles) {
  const rows = [];
  for (const name of Object.keys(bundles)) {
    const code = await bundleOneCall(name);
    rows.push([name, `${code.length}`, `${compressed(code)}`]);
  }
  print("Size of a program that makes one call (bytes; ours should be at most 4000)", ["", "minified", "brotli"], rows);
  const one = compressed(await ours(["listProjects"]));
  const all = compressed(await ours(["listProjects", ...FURTHER]));
  console.log(`Each further operation of ours: ${Math.round((all - one) / FURTHER.length)} bytes (at most 45).\n`);
}

const ours = (names) => bundle(`export { createClient, tokenAuth, ${names.join(", ")} } from "@keynest/sdk";`, true);
const compressed = (code) => brotliCompressSync(code).length;

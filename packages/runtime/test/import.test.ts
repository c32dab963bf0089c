import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";

it("importing the package uses nothing of the platform", () => {
  const entry = pathToFileURL(join(import.meta.dirname, "../src/index.ts")).href;
  const script = `
    const touched = [];
    for (const name of ["fetch", "Request", "Response", "Headers", "FormData", "Blob", "File", "AbortController", "URL", "ReadableStream"]) {
      const value = globalThis[name];
      Object.defineProperty(globalThis, name, { configurable: true, get() { touched.push(name + new Error().stack); return value; } });
    }
    await import(${JSON.stringify(entry)});
    console.log(JSON.stringify(touched.filter((text) => text.includes("/packages/runtime/") || text.includes("openapi-fetch"))));
  `;
  const flags = ["--experimental-strip-types", "--no-warnings", "--input-type=module", "--eval", script];
  expect(JSON.parse(execFileSync(process.execPath, flags, { encoding: "utf8" }))).toEqual([]);
});

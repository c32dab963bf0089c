// Generates a client into the folder that it is given, perhaps with an Object.prototype that has every option.
import { generate } from "../../src/index.ts";

const [, , output, mode] = process.argv;
const values = {
  ...{
    runtime: "polluted",
    resources: true,
    sync: true,
    check: true,
    format: ["/none"],
    pagination: [{ next: "polluted" }],
  },
  ...{
    docs: { output: "/none", package: "polluted" },
    beforeWriting: () => process.exit(3),
    signal: AbortSignal.abort(),
  },
};
if (mode === "polluted") {
  for (const [name, value] of Object.entries(values)) {
    Object.defineProperty(Object.prototype, name, {
      configurable: true,
      // For the package alone: its engines read their own objects.
      get: () => (/[\\/]packages[\\/]codegen[\\/]src[\\/]/.test(new Error().stack.split("\n")[2]) ? value : undefined),
      set(own) {
        Object.defineProperty(this, name, { value: own, configurable: true, enumerable: true, writable: true });
      },
    });
  }
}
const { files, changes } = await generate({ input: new URL("openapi.json", import.meta.url).pathname, output });
console.log(JSON.stringify({ files, changes }));

import { defineConfig } from "@hey-api/openapi-ts";
import { keynest } from "@keynest/codegen/hey-api";

export default defineConfig({
  input: "notes.yaml",
  output: { path: "src/generated", module: { extension: ".js" } },
  plugins: [keynest({ pagination: [{ items: "results", next: "next" }] }), "zod"],
});

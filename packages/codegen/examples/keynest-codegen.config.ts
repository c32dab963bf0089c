import { defineConfig } from "@keynest/codegen";

export default defineConfig({
  input: "notes.yaml",
  output: "src/generated",
  // A description can say so itself, by `x-sdk-pagination`.
  pagination: [{ items: "results", next: "next" }],
  docs: { output: "docs", package: "@example/notes", environment: { token: "NOTES_TOKEN" } },
});

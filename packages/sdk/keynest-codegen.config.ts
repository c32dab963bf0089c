import { type CodegenConfig, defineConfig } from "@keynest/codegen";

const config: CodegenConfig = defineConfig({
  input: "../../spec/openapi.yaml",
  output: "src/generated",
  resources: true,
  sync: true,
  format: ["biome", "check", "--write", "--log-level=error"],
});

export default config;

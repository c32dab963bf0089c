import { type CodegenConfig, defineConfig } from "@keynest/codegen";

const config: CodegenConfig = defineConfig({
  input: "../../spec/openapi.yaml",
  output: "src/generated",
  resources: true,
  sync: true,
  docs: {
    output: "docs",
    package: "@keynest/sdk",
    sync: "@keynest/sdk/sync",
    class: "KeyNest",
    credentials: {
      TokenAuth: ["passwordLogin"],
      JWTAuth: ["jwtLogin", "apiKeyAuth"],
      OAuth2PasswordBearer: ["oauth2Password"],
    },
    environment: {
      TokenAuth: "KEYNEST_TOKEN",
      OAuth2PasswordBearer: "KEYNEST_ACCESS_TOKEN",
      AdminKey: "KEYNEST_ADMIN_KEY",
      api_key: "KEYNEST_API_KEY",
      key: "KEYNEST_API_KEY",
      password: "KEYNEST_PASSWORD",
      confirm_password: "KEYNEST_PASSWORD",
      refresh: "KEYNEST_REFRESH_TOKEN",
      refresh_token: "KEYNEST_REFRESH_TOKEN",
      value: "NEW_VALUE",
    },
    files: { file: "production.env" },
  },
  format: ["biome", "check", "--write", "--log-level=error"],
});

export default config;

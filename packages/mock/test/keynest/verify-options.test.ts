import { expect, test } from "vitest";
import { keyNest } from "../../src/keynest/default-api.ts";
import { parseVerifyOptions } from "../../src/verify/verify-options.ts";
import { keyNestOperations } from "../support/keynest-operations.ts";

const TARGET = ["--target", "https://a.example"];
const parse = (args: string[], env: NodeJS.ProcessEnv = {}) => parseVerifyOptions(args, env, keyNest);

test("takes credentials from arguments, then from the environment", () => {
  const env = {
    KEYNEST_TOKEN: "from-env",
    KEYNEST_ADMIN_KEY: "key",
    KEYNEST_EMAIL: "a@b.example",
    KEYNEST_PASSWORD: "p",
  };
  const { credentials, secrets } = parse([...TARGET, "--token", "from-args"], env)?.verification ?? {};
  expect(credentials).toEqual([
    { scheme: "TokenAuth", header: "Authorization", value: "Token from-args", secret: "from-args" },
    { scheme: "AdminKey", header: "X-ADMIN-KEY", value: "key", secret: "key" },
  ]);
  expect(secrets).toEqual(["p"]);
});

test.each([
  ["Token 0123", { scheme: "TokenAuth", value: "Token 0123", secret: "0123" }],
  ["Bearer a.b.c", { scheme: "JWTAuth", value: "Bearer a.b.c", secret: "a.b.c" }],
])("takes the token %j with its scheme, as in the header", (token, credential) => {
  expect(parse([...TARGET, "--token", token])?.verification.credentials).toMatchObject([credential]);
});

test("leaves out what writes without --write", () => {
  const [read, write] = ["get", "post"].map((method) => keyNestOperations.find((each) => each.method === method));
  const { plan } = parse(TARGET)?.verification ?? {};
  expect([read, write].map((operation) => operation && plan?.whyLeftOut?.(operation))).toEqual([
    undefined,
    "needs --write",
  ]);
});

test.each<[string[], string]>([
  [["--token", ""], "KEYNEST_TOKEN is given as an option, and is empty."],
  [["--token", "hush\n"], "KEYNEST_TOKEN holds something that no header may: a line break, perhaps."],
  [["--email", "a@b.example"], "An email address and a password go together."],
  [["--register"], "--register is for --write."],
  [["--spec", "x.yaml", "--write"], "--write is for KeyNest alone: how to clean up elsewhere is not known."],
])("refuses %j in a sentence that repeats no secret", (args, sentence) => {
  expect(() => parse([...TARGET, ...args])).toThrow(`${sentence} See keynest-mock verify --help.`);
});

import { expect, test } from "vitest";
import { parseVerifyOptions } from "../../src/verify/options.ts";

const parse = (...args: string[]) => parseVerifyOptions(["--target", "https://a.example", ...args], {});

test("reads a target without the slash at its end, and waits ten seconds", () => {
  expect(parseVerifyOptions(["--target", "https://a.example/keynest/"], {})).toMatchObject({
    target: "https://a.example/keynest",
    timeoutMs: 10_000,
    write: false,
  });
});

test("takes credentials from the environment, and rather from arguments", () => {
  const env = {
    KEYNEST_TOKEN: "from-env",
    KEYNEST_ADMIN_KEY: "key",
    KEYNEST_EMAIL: "a@b.example",
    KEYNEST_PASSWORD: "p",
  };
  expect(parseVerifyOptions(["--target", "https://a.example", "--token", "from-args"], env)).toMatchObject({
    token: "from-args",
    adminKey: "key",
    account: { email: "a@b.example", password: "p" },
  });
});

test("takes a token with its scheme, as it stands in the header", () => {
  expect(parse("--token", "Token 0123")?.token).toBe("0123");
  expect(parse("--token", "Bearer a.b.c")?.token).toBe("a.b.c");
});

test.each<[string[], string]>([
  [[], "--target <url> is missing."],
  [["--target", "keynest"], 'The target must be a URL such as https://keynest.example.com, not "keynest".'],
  [
    ["--target", "ftp://a.example"],
    'The target must be a URL such as https://keynest.example.com, not "ftp://a.example".',
  ],
  [
    ["--target", "ftp://me:hush@a.example"],
    'The target must be a URL such as https://keynest.example.com, not "ftp://[redacted]@a.example".',
  ],
  [
    ["--target", "https://me:hush@a example?hush"],
    'The target must be a URL such as https://keynest.example.com, not "https://[redacted]@a example".',
  ],
  [["--target", "https://a.example", "--token", ""], "KEYNEST_TOKEN is given as an option, and is empty."],
  [["--target", "https://me:hush@a.example"], "The target must not hold a user name or a password."],
  [["--target", "https://a.example/?token=hush"], "The target must end with its path, without ? and #."],
  [
    ["--target", "https://a.example", "--timeout", "soon"],
    '--timeout takes a number of seconds up to 3600, not "soon".',
  ],
  [
    ["--target", "https://a.example", "--token", "hush\n"],
    "KEYNEST_TOKEN holds something that no header may: a line break, perhaps.",
  ],
  [["--target", "https://a.example", "--header", "hush"], "--header takes a name, a colon and a value."],
  [["--target", "https://a.example", "--email", "a@b.example"], "An email address and a password go together."],
  [["--target", "https://a.example", "--register"], "--register is for --write."],
  [
    ["--target", "https://a.example", "--spec", "x.yaml", "--write"],
    "--write is for KeyNest alone: how to clean up elsewhere is not known.",
  ],
  [["--tokn", "hush"], "Unknown option '--tokn'."],
])("refuses %j in a sentence that repeats no secret", (args, sentence) => {
  expect(() => parseVerifyOptions(args, {})).toThrow(`${sentence} See keynest-mock verify --help.`);
});

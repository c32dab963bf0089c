import { expect, test } from "vitest";
import { keyNest } from "../../src/keynest/default-api.ts";
import { parseVerifyOptions } from "../../src/verify/verify-options.ts";

const parse = (args: string[], env: NodeJS.ProcessEnv = {}) => parseVerifyOptions(args, env, keyNest);

test("reads a target without the slash at its end, and waits ten seconds", () => {
  expect(parse(["--target", "https://a.example/keynest/"])).toMatchObject({
    target: "https://a.example/keynest",
    timeoutMs: 10_000,
  });
});

test.each<[string[], string]>([
  [[], "--target <url> is missing."],
  [["--target", "keynest"], 'The target must be a URL such as https://api.example.com, not "keynest".'],
  [["--target", "ftp://a.example"], 'The target must be a URL such as https://api.example.com, not "ftp://a.example".'],
  [
    ["--target", "ftp://me:hush@a.example"],
    'The target must be a URL such as https://api.example.com, not "ftp://[redacted]@a.example".',
  ],
  [
    ["--target", "https://me:hush@a example?hush"],
    'The target must be a URL such as https://api.example.com, not "https://[redacted]@a example".',
  ],
  [["--target", "https://me:hush@a.example"], "The target must not hold a user name or a password."],
  [["--target", "https://a.example/?token=hush"], "The target must end with its path, without ? and #."],
  [
    ["--target", "https://a.example", "--timeout", "soon"],
    '--timeout takes a number of seconds up to 3600, not "soon".',
  ],
  [["--target", "https://a.example", "--header", "hush"], "--header takes a name, a colon and a value."],
  [["--tokn", "hush"], "Unknown option '--tokn'."],
])("refuses %j in a sentence that repeats no secret", (args, sentence) => {
  expect(() => parse(args)).toThrow(`${sentence} See keynest-mock verify --help.`);
});

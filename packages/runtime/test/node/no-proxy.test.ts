import { expect, test } from "vitest";
import { isExcluded } from "../../src/node/no-proxy.ts";

test.for([
  ["https://api.example.com", "*", true],
  ["https://api.example.com", "other, *", true],
  ["https://api.example.com", "", false],
  ["https://api.example.com", " , ", false],
  ["https://api.example.com", "example.com", true],
  ["https://api.example.com", ".example.com", true],
  ["https://api.example.com", "*.example.com", true],
  ["https://api.example.com", "API.Example.COM", true],
  ["https://api.example.com.", "example.com", true],
  ["https://myexample.com", "example.com", false],
  ["https://example.com.evil.org", "example.com", false],
  ["https://example.com", "other.org foo.org,example.com", true],
  ["https://example.com", "example.com:443", true],
  ["https://example.com", "example.com:8443", false],
  ["http://example.com", "example.com:80", true],
  ["https://example.com:8443", "example.com:8443", true],
  ["http://127.0.0.1:8000", "127.0.0.1", true],
  ["http://10.20.30.40", "10.0.0.0/8", true],
  ["http://11.20.30.40", "10.0.0.0/8", false],
  ["http://10.20.30.40", "0.40", false],
  ["http://10.20.30.40", "10.0.0.0/99", false],
  ["http://[::1]:8000", "::1", true],
  ["http://[::1]:8000", "[::1]:8000", true],
  ["http://[::1]:8000", "[::1]:80", false],
  ["http://[fd00::7]", "fd00::/8", true],
] as const)("%s with NO_PROXY=%s: %s", ([url, exceptions, expected]) => {
  expect(isExcluded(new URL(url), exceptions)).toBe(expected);
});

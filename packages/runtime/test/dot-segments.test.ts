import fc from "fast-check";
import { expect, test } from "vitest";
import { hasDotSegment } from "../src/operation/parameters/dot-segments.ts";

// The characters that mean something to somebody on the way, plain and encoded in every case, and one that does not.
const plain = [".", "/", "\\", ";", "\t", "\n", "a"];
const encoded = ["%2e", "%2E", "%2f", "%2F", "%5c", "%5C", "%3b", "%3B", "%25", "%09", "%"];
const paths = fc.array(fc.constantFrom(...plain, ...encoded), { maxLength: 10 }).map((parts) => parts.join(""));

/** What may sit between a client and a resource, each of which makes another path of one. */
const hops: Record<string, (path: string) => string> = {
  "a proxy that decodes": decode,
  "a servlet container, which drops path parameters": (path) => decode(path.replace(/;[^/]*/g, "")),
  "a servlet container that drops them after decoding": (path) => decode(path).replace(/;[^/]*/g, ""),
  "a server that takes backslashes for slashes": (path) => path.replaceAll("\\", "/"),
  "a URL parser": (path) => new URL(`http://server.test/x/${path}`).pathname.slice(1),
};

function decode(path: string): string {
  return path.replace(/%([0-7][\da-f])/gi, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
}

/** How a file server, or a router, finds what a path means: upwards at `..`, and nowhere at `.`. */
function leaves(path: string): boolean {
  return path.split("/").some((segment) => segment === "." || segment === "..");
}

test("a path without dot segment has none after any two hops", () => {
  const kinds = fc.constantFrom(...Object.keys(hops));
  fc.assert(
    fc.property(paths, kinds, kinds, (path, first, second) => {
      fc.pre(!hasDotSegment(path) && !path.includes("?"));
      const seen = hops[second]?.(hops[first]?.(path) ?? "") ?? "";
      expect(leaves(seen)).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

test("a URL parser removes no segment of a path without dot segment", () => {
  fc.assert(
    fc.property(paths, (path) => {
      fc.pre(!hasDotSegment(path));
      const { pathname } = new URL(`http://server.test/x/${path}`);
      const kept = path.replace(/[\t\n]/g, "").replaceAll("\\", "/");
      expect(pathname.split("/").length).toBe(`/x/${kept}`.split("/").length);
    }),
  );
});

test.each(["", "a", "a/b", "...", "..a", "a..", "a;..", "a%2Fb", "%2", "%zz..", "a.b/c..d"])(
  "%j has no dot segment",
  (path) => expect(hasDotSegment(path)).toBe(false),
);

test.each(["..%3Fa", "..%23", "..%00", "..%2500", "%c0%ae%c0%ae", "..%C0%AFx", "x%c1%9c.."])(
  "%j has one for decoders that are lenient, or find a query or an end in it",
  (path) => expect(hasDotSegment(path)).toBe(true),
);

test("a path that is encoded over and over is refused, and quickly", () => {
  const start = performance.now();
  expect(hasDotSegment(`%${"25".repeat(50_000)}`)).toBe(true);
  expect(performance.now() - start).toBeLessThan(1_000);
});

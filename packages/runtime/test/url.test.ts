import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Operation } from "../src/operation/operation.ts";
import { hasDotSegment } from "../src/operation/parameters/dot-segments.ts";
import { pathTarget } from "../src/operation/parameters/path-target.ts";
import { styledTarget } from "../src/operation/parameters/styled-target.ts";
import { operation } from "./call.ts";

const base = "https://example.com/base";
const buildUrl = (baseUrl: string, op: Operation, params: object) => baseUrl + styledTarget(op, params).target;
const path = (template: string, params: object) => buildUrl("", operation({ path: template }), params);
const query = (parameter: string | object, value: unknown) => {
  const name = typeof parameter === "string" ? parameter : (parameter as { name: string }).name;
  return buildUrl("", operation({ path: "/", query: [parameter as string] }), { [name]: value }).slice(1);
};

describe("path parameters", () => {
  const list = ["a", "b"];
  const object = { r: 1, g: "x y" };
  it.each([
    ["/t/{id}", 5, "/t/5"],
    ["/t/{id}/", "a/b?c#d", "/t/a%2Fb%3Fc%23d/"],
    ["/t/{id}", list, "/t/a,b"],
    ["/t/{id*}", list, "/t/a,b"],
    ["/t/{id}", object, "/t/r,1,g,x%20y"],
    ["/t/{id*}", object, "/t/r=1,g=x%20y"],
    ["/t/{.id}", 5, "/t/.5"],
    ["/t/{.id}", list, "/t/.a,b"],
    ["/t/{.id*}", list, "/t/.a.b"],
    ["/t/{.id}", object, "/t/.r,1,g,x%20y"],
    ["/t/{.id*}", object, "/t/.r=1.g=x%20y"],
    ["/t/{;id}", 5, "/t/;id=5"],
    ["/t/{;id}", list, "/t/;id=a,b"],
    ["/t/{;id*}", list, "/t/;id=a;id=b"],
    ["/t/{;id}", object, "/t/;id=r,1,g,x%20y"],
    ["/t/{;id*}", object, "/t/;r=1;g=x%20y"],
    ["/t/{id}", true, "/t/true"],
    ["/t/{id}", new Date(0), "/t/1970-01-01T00%3A00%3A00.000Z"],
    ["/t/{id}", "$&$1", "/t/%24%26%241"],
    ["/t/{id}.json", "a", "/t/a.json"],
    ["/t/{id}", "...", "/t/..."],
    ["/t/{id}", "..a/b..", "/t/..a%2Fb.."],
    ["/t/{id}", "a..;b", "/t/a..%3Bb"],
    ["/t/{id}", "%2", "/t/%252"],
  ])("writes %s with %j as %s", (template, id, expected) => {
    expect(path(template, { id })).toBe(expected);
  });

  it("writes big integers", () => {
    expect(path("/t/{id}", { id: 2n ** 60n })).toBe("/t/1152921504606846976");
  });

  it("puts several into one segment", () => {
    expect(path("/{a}-{b}/", { a: 1, b: 2 })).toBe("/1-2/");
  });

  it.each([undefined, null, "", [], [null], {}, { a: null }])("refuses %j as missing or empty", (id) => {
    for (const template of ["/t/{id}", "/t/{id*}", "/t/{.id}", "/t/{;id}"]) {
      expect(() => path(template, { id })).toThrow('path parameter "id" is missing or empty');
    }
  });

  it.each([
    ...[".", "..", "%2e", "%2E%2e", ".%2e", "%252e", "%25252E."],
    ...["../x", "x/..", "x/../y", "..%2Fx", "x%2f..", "..%252fx", "..\\x", "..%5Cx", "x%5c..%5Cy", "./x", "x%2F."],
    ...["..;", "..;x", ".;", ".;x=1", "..%3bx", "..%253B", "%2e%2E;x", ".\t.", "..%0a"],
  ])("refuses the segment %s", (id) => {
    expect(() => path("/t/{id}/", { id })).toThrow("segment");
    expect(() => path("/t/{id}", { id })).toThrow("segment");
  });

  it("refuses dots that come together from several parameters", () => {
    expect(() => path("/t/{a}{b}/x", { a: ".", b: "." })).toThrow("segment");
    expect(() => path("/t/.{a}/x", { a: "." })).toThrow("segment");
    expect(() => path("/t/{.a}", { a: "." })).toThrow("segment");
  });

  it("does not take inherited names for arguments", () => {
    expect(() => path("/t/{constructor}", {})).toThrow("is missing or empty");
  });

  it.each([[[["a"]]], [[{ a: 1 }]], [{ a: { b: 1 } }], [{ a: [1] }]])("refuses the nested value %j", (id) => {
    expect(() => path("/t/{id}", { id })).toThrow('"id" has a value that cannot be sent');
  });
});

describe("query parameters", () => {
  it.each([
    ["q", "a&b=c", "?q=a%26b%3Dc"],
    ["q", "", "?q="],
    ["q", 0, "?q=0"],
    ["q", false, "?q=false"],
    ["q", ["a", "&"], "?q=a&q=%26"],
    ["q", ["a", null, undefined, "b"], "?q=a&q=b"],
    ["q", { a: 1, "b&": "x", c: null, d: undefined }, "?a=1&b%26=x"],
    ["q", new Date(0), "?q=1970-01-01T00%3A00%3A00.000Z"],
    ["q", [new Date(0)], "?q=1970-01-01T00%3A00%3A00.000Z"],
    ["q&[]", 1, "?q%26%5B%5D=1"],
    [{ name: "q", explode: false }, ["a", "b,c"], "?q=a,b%2Cc"],
    [{ name: "q", explode: false }, { a: 1, b: 2 }, "?q=a,1,b,2"],
    [{ name: "q", style: "spaceDelimited" }, ["a", "b"], "?q=a%20b"],
    [{ name: "q", style: "pipeDelimited" }, ["a", "b"], "?q=a|b"],
    [{ name: "q", style: "deepObject" }, { a: 1, "b]": "&" }, "?q[a]=1&q[b%5D]=%26"],
    [{ name: "q", json: true }, { a: [1, null] }, `?q=${encodeURIComponent('{"a":[1,null]}')}`],
    [{ name: "q", json: true }, ["&"], `?q=${encodeURIComponent('["&"]')}`],
    [{ name: "q", allowReserved: true }, "/a:b?c@d,e;f=$!", "?q=/a:b?c@d,e;f=$!"],
    [{ name: "q", allowReserved: true }, "#&+ é%[]", "?q=%23%26%2B%20%C3%A9%25%5B%5D"],
  ])("writes %j with %j as %s", (parameter, value, expected) => {
    expect(query(parameter, value)).toBe(expected);
  });

  it.each([undefined, null, [], {}, [null], { a: undefined }])("leaves out %j", (value) => {
    expect(query("q", value)).toBe("");
  });

  it("keeps the order of the description and reads the argument's own name", () => {
    const op = operation({ path: "/{id}", query: [{ name: "id", as: "idQuery" }, "page"] });
    expect(buildUrl(base, op, { page: 2, idQuery: "q", id: "p" })).toBe(`${base}/p?id=q&page=2`);
  });

  it("refuses an invalid date", () => {
    expect(() => query("q", new Date(Number.NaN))).toThrow('"q" has a value that cannot be sent');
  });

  it.each([[[[1]]], [{ a: { b: 1 } }], [[{ a: 1 }]]])("refuses the nested value %j", (value) => {
    expect(() => query("q", value)).toThrow('"q" has a value that cannot be sent');
    expect(() => query({ name: "q", style: "deepObject" }, value)).toThrow('"q" has a value that cannot be sent');
  });

  it("refuses functions and symbols", () => {
    expect(() => query("q", () => 1)).toThrow('"q" has a value that cannot be sent');
    expect(() => query("q", Symbol("s"))).toThrow("Symbol");
  });
});

// Whole strings of the characters that mean something in a URL, and all others.
const value = fc.oneof(
  fc.string({ unit: "binary", minLength: 1 }),
  fc.string({ unit: fc.constantFrom(..."./\\%2eE?#&=+;,:@[]{}|$ \t\n*é"), minLength: 1 }),
);
const values = fc.oneof(value, fc.array(value, { minLength: 1 }), fc.dictionary(value, value, { minKeys: 1 }));
const segments = (url: URL) => url.pathname.split("/").length;

describe("what most operations have, without layouts", () => {
  const target = (params: object) => pathTarget(operation({ path: "/t/{id}/", query: ["q", "p&"] }), params).target;

  it.each([
    [{ id: 5 }, "/t/5/"],
    [{ id: "a/b?c#d" }, "/t/a%2Fb%3Fc%23d/"],
    [{ id: ["a", "b,"] }, "/t/a,b%2C/"],
    [{ id: 1, q: "x&y" }, "/t/1/?q=x%26y"],
    [{ id: 1, q: "", "p&": false }, "/t/1/?q=&p%26=false"],
    [{ id: 1, q: ["a", null, "&"] }, "/t/1/?q=a&q=%26"],
    [{ id: 1, q: new Date(0) }, "/t/1/?q=1970-01-01T00%3A00%3A00.000Z"],
    [{ id: 1n, q: null, "p&": [] }, "/t/1/"],
  ])("writes %o as %s", (params, expected) => expect(target(params)).toBe(expected));

  it.each([{}, { id: "" }, { id: null }, { id: [] }])("refuses the path parameter of %j", (params) => {
    expect(() => target(params)).toThrow('path parameter "id" is missing or empty');
  });

  it.each([".", "..", "%2E%2e", "a/../b", "..%5Cx", "..;x"])("refuses the segment %s", (id) =>
    expect(() => target({ id })).toThrow("segment"),
  );

  it.each([{ a: 1 }, [[1]], new Date(Number.NaN), () => 1])("refuses the value %o", (q) => {
    expect(() => target({ id: 1, q })).toThrow('"q" has a value that cannot be sent');
  });

  it("lets no value escape its place", () => {
    fc.assert(
      fc.property(value, value, (id, q) => {
        fc.pre(!hasDotSegment(encodeURIComponent(id)));
        const url = new URL(base + target({ id, q }));
        expect([url.origin, url.pathname.split("/").length, url.hash]).toEqual(["https://example.com", 5, ""]);
        expect([...url.searchParams]).toEqual([["q", q]]);
      }),
    );
  });
});

describe("no value escapes its place", () => {
  const template = (name: string) => `/a/{${name}}/b`;

  it("in a path: origin, number of segments and query stay", () => {
    fc.assert(
      fc.property(values, fc.constantFrom("id", "id*", ".id", ".id*", ";id", ";id*"), (id, name) => {
        let text: string;
        try {
          text = buildUrl(base, operation({ path: template(name) }), { id });
        } catch (error) {
          expect((error as Error).message).toMatch(/missing or empty|segment/);
          return;
        }
        const url = new URL(text);
        expect(url.origin).toBe("https://example.com");
        expect(segments(url)).toBe(5);
        expect(url.pathname).toMatch(/^\/base\/a\/.*\/b$/);
        expect(url.search + url.hash).toBe("");
      }),
    );
  });

  it("in a query: path, fragment and the number of pairs stay, and the value comes back", () => {
    fc.assert(
      fc.property(value, value, fc.boolean(), (q, name, allowReserved) => {
        const op = operation({ path: "/a/", query: [{ name, allowReserved }, "last"] });
        const url = new URL(buildUrl(base, op, { [name]: q, last: "1" }));
        expect(url.pathname + url.hash).toBe("/base/a/");
        const pairs =
          name === "last"
            ? [
                ["last", "1"],
                ["last", "1"],
              ]
            : [
                [name, q],
                ["last", "1"],
              ];
        expect([...url.searchParams]).toEqual(pairs);
      }),
    );
  });

  it("in arrays and objects of a query", () => {
    fc.assert(
      fc.property(fc.dictionary(value, value, { minKeys: 1 }), (q) => {
        const url = new URL(buildUrl(base, operation({ path: "/a/", query: ["q"] }), { q }));
        expect([...url.searchParams]).toEqual(Object.entries(q));
        const deep = operation({ path: "/a/", query: [{ name: "q", style: "deepObject" }] });
        const expected = Object.entries(q).map(([key, item]) => [`q[${key}]`, item]);
        expect([...new URL(buildUrl(base, deep, { q })).searchParams]).toEqual(expected);
      }),
    );
  });
});

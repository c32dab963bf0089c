import { describe, expect, it } from "vitest";
import { camelCase, kebabCase, memberName, NameRegistry, pascalCase } from "../src/names/names.ts";

describe("camelCase", () => {
  it.each([
    ["list-projects", "listProjects"],
    ["list_projects", "listProjects"],
    ["List Projects", "listProjects"],
    ["listAPIKeys", "listAPIKeys"],
    ["GetURL", "getURL"],
    ["URL", "url"],
    ["APIKey", "apiKey"],
    ["redirectURLs", "redirectURLs"],
    ["RedirectURLsList", "redirectURLsList"],
    ["users/get-by-id", "usersGetById"],
    ["2fa", "_2fa"],
    ["v2Users", "v2Users"],
    ["délégué", "delegue"],
    ["Ærø", "ærø"],
    ["ﬁnd", "find"],
    ["다운로드", "다운로드"],
    ["हिन्दी सूची", "हिन्दीसूची"],
    ["获取", "获取"],
    ["🚀 launch", "launch"],
    ["🚀", "u1f680"],
    ["__proto__", "proto"],
    ["constructor", "constructor"],
    ["", "uempty"],
    ["  ", "uempty"],
  ])("makes %j %j", (name, expected) => {
    expect(camelCase(name)).toBe(expected === "uempty" ? camelCase("") : expected);
  });

  it.each(["delete", "class", "await", "enum", "arguments", "eval", "let", "undefined", "then", "require", "exports"])(
    "lets no function be named %s",
    (word) => expect(camelCase(word)).toBe(`${word}_`),
  );

  it("is composed, so that what a person types is the same name", () => {
    expect(camelCase("cafe\u0301 다운".normalize("NFD"))).toBe("cafe다운");
  });
});

describe("memberName", () => {
  it.each([
    ["environment_id", "environmentId"],
    ["X-Trace", "xTrace"],
    ["filter[name]", "filterName"],
    ["2fa", "_2fa"],
    ["delete", "delete"],
    ["import", "import"],
    ["__proto__", "proto"],
  ])("makes %j %j", (name, expected) => expect(memberName(name)).toBe(expected));

  it.each(["constructor", "toString", "hasOwnProperty", "then", "toJSON"])("lets no member be named %s", (name) => {
    expect(memberName(name)).toBe(`${name}_`);
  });
});

describe("pascalCase", () => {
  it.each([
    ["project", "Project"],
    ["api key", "ApiKey"],
    ["HTTPError", "HTTPError"],
    ["org.example.Thing", "OrgExampleThing"],
    ["Paginated<User>", "PaginatedUser"],
    ["123", "_123"],
    ["string", "String"],
  ])("makes %j %j", (name, expected) => expect(pascalCase(name)).toBe(expected));
});

describe("kebabCase", () => {
  it.each([
    ["Audit Logs", "audit-logs"],
    ["Redirect URLs", "redirect-urls"],
    ["OAuth2 (beta)", "oauth2-beta"],
    ["../../etc/passwd", "etc-passwd"],
    ["a\0b", "a-b"],
    ["Übersicht", "ubersicht"],
  ])("makes %j %j", (name, expected) => expect(kebabCase(name)).toBe(expected));

  it.each(["con", "CON", "prn", "aux", "nul", "com1", "LPT9"])("makes no file for the device %s", (name) => {
    expect(kebabCase(name)).toBe(`${name.toLowerCase()}_`);
  });

  it("makes no name longer than file systems take", () => {
    const name = kebabCase("漢字 ".repeat(300));
    expect(new TextEncoder().encode(`${name}.gen.ts.12345.tmp`).length).toBeLessThan(255);
    expect(name).not.toMatch(/-$/);
  });
});

describe("NameRegistry", () => {
  it("gives a name that is taken the first free number", () => {
    const names = new NameRegistry(["a", "a3"]);
    expect([names.take("a"), names.take("a"), names.take("b")]).toEqual(["a2", "a4", "b"]);
    expect([names.has("a2"), names.has("c")]).toEqual([true, false]);
  });

  it("takes what is derived from a name with it", () => {
    const names = new NameRegistry(["getDetailed"]);
    const derive = (name: string) => [name, `${name}Detailed`];
    expect(names.take("get", derive)).toBe("get2");
    expect(names.take("get2Detailed")).toBe("get2Detailed2");
  });
});

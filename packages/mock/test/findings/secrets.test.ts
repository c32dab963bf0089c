import { describe, expect, test } from "vitest";
import { Secrets } from "../../src/findings/secrets.ts";

const SECRET = `pä$$ "w0rd" & <more>\\+/?'`;
const json = (text: string) => JSON.stringify(text);
const hex = (unit: string) => unit.charCodeAt(0).toString(16).padStart(4, "0");
const base64 = (text: string) => Buffer.from(text).toString("base64");
const html = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

describe("a secret is not shown", () => {
  test.each([
    ["as it is", SECRET],
    ["in JSON", JSON.stringify(SECRET)],
    ["in JSON in JSON", JSON.stringify(JSON.stringify({ SECRET }))],
    ["in a URL", encodeURIComponent(SECRET)],
    ["in a URL in lower case", encodeURIComponent(SECRET).replace(/%../g, (code) => code.toLowerCase())],
    ["in a form", `${new URLSearchParams({ SECRET })}`],
    ["in HTML", html(SECRET).replaceAll("'", "&#39;")],
    ["in JSON of nothing but ASCII", json(SECRET).replace(/[^ -~]/g, (unit) => `\\u${hex(unit)}`)],
    ["in JSON with escaped slashes", json(SECRET).replaceAll("/", "\\/")],
    ["in base64", base64(SECRET)],
    ["in base64url", Buffer.from(SECRET).toString("base64url")],
    ["in base64 of something longer", base64(`{"a":"${SECRET}"}`)],
    ["in base64, a byte later", base64(`x${SECRET}y`)],
  ])("%s", (_, text) => {
    const secrets = new Secrets();
    secrets.add(SECRET);
    const shown = secrets.redact(`no ${text} here`);
    expect(shown).toContain("[redacted]");
    expect(shown).not.toMatch(/w0rd|more/);
  });

  test("however long it is", () => {
    const secrets = new Secrets();
    const secret = "(.*)+[a-z]\\".repeat(4_000);
    secrets.add(secret);
    expect(secrets.redact(`no ${secret} here`)).toBe("no [redacted] here");
  });

  test("with half surrogate pairs", () => {
    const secrets = new Secrets();
    secrets.add("ab\ud800cd");
    expect(secrets.redact("no ab\ud800cd here")).toBe("no [redacted] here");
  });
});

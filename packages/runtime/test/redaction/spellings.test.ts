import { describe, expect, it } from "vitest";
import { messageFor, taking } from "./echo.ts";

const SECRET = `pä$$ "w0rd" & <more>\\+/?'`;
const html = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const percent = (text: string) =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
const units = (text: string, write: (digits: string) => string) =>
  text.replace(/[\s\S]/g, (unit) => write(unit.charCodeAt(0).toString(16).padStart(4, "0")));
const base64 = (text: string) => Buffer.from(text).toString("base64");

const spellings: [name: string, write: (text: string) => string][] = [
  ["as it is", (text) => text],
  ["JSON", (text) => JSON.stringify(text)],
  ["JSON in JSON", (text) => JSON.stringify(JSON.stringify({ text }))],
  ["JSON in JSON in JSON", (text) => JSON.stringify(JSON.stringify(JSON.stringify({ text })))],
  ["JSON with escaped slashes", (text) => JSON.stringify(text).replaceAll("/", "\\/")],
  ["unicode escapes", (text) => units(text, (digits) => `\\u${digits}`)],
  ["unicode escapes in upper case", (text) => units(text, (digits) => `\\u${digits.toUpperCase()}`)],
  ["escapes of ES2015", (text) => units(text, (digits) => `\\u{${digits}}`)],
  ["a URL", encodeURIComponent],
  ["a URL in lower case", (text) => encodeURIComponent(text).replace(/%../g, (match) => match.toLowerCase())],
  ["a URL with reserved characters", encodeURI],
  ["all in percent", percent],
  ["a URL in a URL", (text) => encodeURIComponent(encodeURIComponent(text))],
  ["a form", (text) => `${new URLSearchParams({ text })}`],
  [
    "a form in lower case",
    (text) => `${new URLSearchParams({ text })}`.replace(/%../g, (match) => match.toLowerCase()),
  ],
  ["HTML", html],
  ["HTML with decimal references", (text) => html(text).replaceAll("'", "&#39;")],
  ["HTML with hexadecimal references", (text) => html(text).replaceAll("'", "&#x27;")],
  ["HTML of JSON", (text) => html(JSON.stringify(text))],
  ["a URL of JSON", (text) => encodeURIComponent(JSON.stringify({ text }))],
  ["base64", base64],
  ["base64 without padding", (text) => base64(text).replaceAll("=", "")],
  ["base64url", (text) => Buffer.from(text).toString("base64url")],
  ["base64 in lines", (text) => base64("x".repeat(100) + text).replace(/.{76}/g, "$&\r\n")],
  ["base64 of something longer", (text) => base64(`{"a":"${text}"}`)],
  ["base64 begun a byte later", (text) => base64(`x${text}`)],
  ["base64 begun two bytes later", (text) => base64(`xy${text}`)],
  ["base64 behind other letters", (text) => `abc/${base64(text)}`],
  ["base64 of JSON", (text) => base64(JSON.stringify({ text }))],
  ["base64 in a URL", (text) => encodeURIComponent(base64(text))],
];

describe("an echo of a sensitive value is not shown", () => {
  it.each(spellings)("%s", async (_, write) => {
    const message = await messageFor(taking, { body: { value: SECRET } }, { error: `no (${write(SECRET)}) here` });
    expect(message).toMatch(/^getThing: no .*\[redacted\].* here \(400/);
    for (const part of ["w0rd", "&more", "<more", Buffer.from("w0rd").toString("hex")])
      expect(message).not.toContain(part);
    expect(message).not.toContain(write(SECRET));
  });

  it("cut off by the server", async () => {
    const value = "a passphrase of many words that nobody guesses";
    const message = await messageFor(taking, { body: { value } }, { error: `no ${value.slice(0, 30)}… here` });
    expect(message).toBe("getThing: no [redacted]… here (400 Bad Request Error)");
  });

  it("where the message is cut", async () => {
    const value = "hunter22-".repeat(40);
    for (let before = 0; before < 230; before += 7) {
      const message = await messageFor(
        taking,
        { body: { value } },
        { error: `${"x ".repeat(before)}${value} ${"y".repeat(5000)}` },
      );
      expect(message).not.toContain("hu");
    }
  });
});

it("an HTML reference after a backslash is not shown", async () => {
  const message = await messageFor(taking, { body: { value: "\\<%41" } }, { error: "no (\\&#60;%41) here" });
  expect(message).toContain("[redacted]");
});

describe("values that can be written in several ways", () => {
  it.each([
    ["half surrogate pairs", "ab\ud800cd\udc00ef"],
    ["characters beyond the first plane", "pass👩‍👩‍👧word🔒"],
    ["control characters", "pass\u0000\u0007word\u001b[31m"],
    ["line breaks", "first line\r\nsecond line"],
    ["what regular expressions read", "(.*)+[a-z]{2,}\\d$^|?"],
    ["what replacements read", "$&$1$`$'$$"],
    ["escapes", "%41%2541\\u0041&amp;lt;\\n"],
    ["what HTML makes an escape of", "\\>.*pass"],
    ["digits behind what is escaped", "é1234-\u00070000"],
    ["quotes beside escapes", "%41''!pass\"%00"],
    ["base64", "aHVudGVyMjI="],
    ["plus signs alone", "+++++"],
  ])("%s", async (_, value) => {
    for (const [, write] of spellings.filter(([name]) => !/reserved/.test(name))) {
      if (/\p{Cs}/u.test(value) && write !== JSON.stringify) continue;
      const message = await messageFor(taking, { body: { value } }, { error: `no (${write(value)}) here` });
      expect(message).toContain("[redacted]");
    }
  });
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { bearer, createClient, type LogEntry, logger } from "../../src/index.ts";
import { findSecrets } from "../../src/redaction/find-secrets.ts";
import { hideSpellings } from "../../src/redaction/hide-spellings.ts";
import { operation, plain, rejection } from "../call.ts";
import { serve } from "../server.ts";
import { printed } from "./echo.ts";

/** As text is shown: in one line, without what has no glyph. */
const fold = (text: string) => text.replaceAll("\0", "").replace(/[\s\p{C}]+/gu, " ");

const odd = fc.constantFrom(
  "\0",
  "\r\n",
  "\u2028",
  "\ud800",
  "\udc00",
  "🔒",
  "é",
  "\u200b",
  ".*",
  "$&",
  "\\",
  '"',
  "'",
  "<",
  "&",
  "%",
  "%41",
  "+",
  " ",
  "=",
);
const secret = fc
  .array(fc.oneof(odd, fc.string({ minLength: 1, maxLength: 8 })), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(""))
  .filter((text) => fold(text).trim().length > 3);
const wellFormed = secret.map((text) => text.replace(/\p{Cs}/gu, "?")).filter((text) => fold(text).trim().length > 3);

const encodings: ((text: string) => string)[] = [
  JSON.stringify,
  (text) => JSON.stringify(JSON.stringify(text)),
  encodeURIComponent,
  (text) => encodeURIComponent(text).replace(/%../g, (match) => match.toLowerCase()),
  (text) => `${new URLSearchParams({ text })}`,
  (text) => Buffer.from(text).toString("base64"),
  (text) => Buffer.from(text).toString("base64url"),
  (text) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`),
];

it("property: hides just what a slow search finds", async () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 4, maxLength: 9 });
  const text = fc.string({ unit: fc.constantFrom("a", "b", "c", " "), maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(fc.array(letters, { maxLength: 8 }), text, async (values, said) => {
      const isHidden = Array.from(said, () => false);
      for (const value of values) {
        for (let place = said.indexOf(value); place >= 0; place = said.indexOf(value, place + 1)) {
          isHidden.fill(true, place, place + value.length);
        }
      }
      const slow = Array.from(said, (character, place) => (isHidden[place] ? "\0" : character)).join("");
      const { hide } = await findSecrets({ values }, ["values"]);
      expect(hide(said, [], 1_000)).toBe(fold(slow.replace(/\0+/g, "[redacted]")));
    }),
    { numRuns: 500 },
  );
});

it("property: hides values in every encoding, whatever stands around them", async () => {
  await fc.assert(
    fc.asyncProperty(
      wellFormed,
      fc.constantFrom(...encodings),
      fc.string({ maxLength: 20 }),
      async (value, encode, around) => {
        const { hide } = await findSecrets({ value }, ["value"]);
        const written = encode(value);
        expect(hide(`${around} ${written} ${around}`, [], 1_000)).toContain("[redacted]");
        expect(hide(`(${written})`, [], 1_000)).not.toContain(written);
      },
    ),
    { numRuns: 500 },
  );
});

it("property: the start of what is shown is the same, however little is shown", async () => {
  await fc.assert(
    fc.asyncProperty(secret, fc.nat(3_000), fc.nat(300), async (value, before, atMost) => {
      const text = `${"x ".repeat(before)}${value.repeat(30)} and ${"y".repeat(5_000)}`;
      const { hide } = await findSecrets({ value }, ["value"]);
      const all = hide(text, [], text.length);
      const shown = hide(text, [], atMost).slice(0, atMost);
      expect(all.startsWith(shown.replace(/(\[redacted\]|\[\w*)?$/, ""))).toBe(true);
      const spelled = hideSpellings(text, [value], atMost).slice(0, atMost);
      expect(fold(spelled)).not.toContain(fold(value).trim());
    }),
    { numRuns: 200 },
  );
});

it("property: nothing that a call shows has a value of it", async () => {
  const size = fc.oneof(
    { weight: 20, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.constantFrom(1_000, 100_000) },
  );
  await fc.assert(
    fc.asyncProperty(wellFormed, wellFormed, size, fc.nat(100), async (unit, token, repeated, cut) => {
      const value = unit.repeat(repeated);
      const header = `t${Buffer.from(token).toString("hex")}`;
      const body = JSON.stringify({ error: `no ${value} for ${header}`, value: [value] });
      const { url } = await serve((_, response) => {
        response.writeHead(400, { "content-type": "application/json" });
        response.write(body.slice(0, cut));
        response.end(body.slice(cut));
        return undefined;
      });
      const entries: LogEntry[] = [];
      const hooks = logger({ level: "debug", log: (entry) => entries.push(entry) });
      const client = createClient({ baseUrl: url, hooks, auth: bearer("A", header) });
      const op = operation({ method: "POST", body: "application/json", security: [["A"]], sensitive: ["value"] });
      const error = await rejection(plain(client, op, { body: { value } }));
      expect(error).toMatchObject({ status: 400 });
      for (const shown of [printed(error), JSON.stringify(entries)]) {
        const rest = shown.replaceAll("[redacted]", "");
        expect(rest).not.toContain(header);
        if (fold(value).trim().length > 8) expect(rest).not.toContain(fold(value).trim());
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);

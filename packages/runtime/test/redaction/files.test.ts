import { describe, expect, it } from "vitest";
import { importing, messageFor, uploading } from "./echo.ts";

/** Secrets of a file, and the file in many formats. */
const LONG = "sk_live_4eC39HqLyjWDarjtT1zdp7dc";
const PHRASE = "correct horse, battery: staple";
const QUOTED = `it's "quoted" \\ here`;
const json = { DATABASE_URL: LONG, PHRASE, nested: { QUOTED, list: ["hunter22", 271828] } };

const formats: [format: string, text: string, secrets: string[]][] = [
  ["pretty JSON", JSON.stringify(json, null, 2), [LONG, PHRASE, QUOTED, "hunter22", "271828"]],
  ["minified JSON", JSON.stringify(json), [LONG, PHRASE, QUOTED, "hunter22", "271828"]],
  ["JSON with unicode escapes", `{"KEY":"p\\u00e4ss\\u0077ord"}`, ["pässword"]],
  ["JSON in JSON", JSON.stringify({ config: JSON.stringify(json) }), [LONG, PHRASE, QUOTED, "hunter22"]],
  [".env", `# c\nKEY=${LONG}\nB=hunter22`, [LONG, "hunter22"]],
  [".env with trailing comments", `KEY=${LONG} # the key\nB="${PHRASE}" # other`, [LONG, PHRASE]],
  [".env with export", `export KEY=${LONG}\nexport B='${PHRASE}'`, [LONG, PHRASE]],
  [".env with backticks", `KEY=\`${PHRASE}\`\nB=\`${QUOTED}\``, [PHRASE, QUOTED]],
  [".env with spaces", `KEY = ${PHRASE}`, [PHRASE]],
  [".env with escapes", `KEY="it's \\"quoted\\" \\\\ here"`, [QUOTED]],
  [
    ".env of several lines",
    `KEY="-----BEGIN KEY-----\nMIIEvQIBADANBg\nkqhkiG9w0\n-----END KEY-----"`,
    ["MIIEvQIBADANBg", "kqhkiG9w0"],
  ],
  [".env with CRLF", `KEY=${LONG}\r\nB='${PHRASE}'\r\n`, [LONG, PHRASE]],
  ["YAML", `key: ${LONG}\nb: correct horse battery`, [LONG, "correct horse battery"]],
  ["YAML with comments", `key: ${LONG} # the key\nb: 'hunter22'   # other`, [LONG, "hunter22"]],
  ["YAML with doubled quotes", `key: 'it''s secret'`, ["it's secret"]],
  [
    "YAML in flow style",
    `{key: ${LONG}, b: correct horse, list: [hunter22, other33]}`,
    [LONG, "correct horse", "hunter22", "other33"],
  ],
  [
    "YAML with anchors and tags",
    `a: &anchor correct horse\nb: !!str hunter22\nc: *anchor`,
    ["correct horse", "hunter22"],
  ],
  [
    "YAML with lists",
    `list:\n  - hunter22\n  - "correct horse"\n  - key: other33`,
    ["hunter22", "correct horse", "other33"],
  ],
  [
    "YAML with block scalars",
    `key: |\n  first secret line\n  second secret line\nb: >-\n  folded secret`,
    ["first secret line", "second secret line", "folded secret"],
  ],
  ["TOML", `[a]\nkey = "${PHRASE}"\nlist = ['hunter22', "other33"]`, [PHRASE, "hunter22", "other33"]],
  ["XML", `<a><key>correct horse</key><b c="hunter22"/></a>`, ["correct horse", "hunter22"]],
  ["CSV", `key,value\nA,correct horse\nB,"a, b, c"`, ["correct horse", "a, b, c"]],
  ["shell with percent", `KEY=p%40ss%2Fword`, ["p@ss/word", "p%40ss%2Fword"]],
];

describe("what the server quotes of an imported file is not shown", () => {
  it.each(formats)("%s", async (_, text, secrets) => {
    for (const secret of secrets) {
      const message = await messageFor(
        importing,
        { body: { file: new File([text], "file") } },
        {
          error: `No, "${secret}" is bad; ${secret}`,
        },
      );
      expect(message).toContain("[redacted]");
      expect(message).not.toContain(secret);
    }
  });

  it.each(formats)("a whole line or item of %s", async (_, text, secrets) => {
    const lines = text.split(/[\r\n]+/).slice(0, 8);
    const message = await messageFor(
      importing,
      { body: { file: new File([text], "file") } },
      {
        error: `at ${lines.join(" ").slice(0, 180)}`,
      },
    );
    for (const secret of secrets) expect(message).not.toContain(secret);
  });

  it("keys are shown", async () => {
    const env = "DATABASE_PASSWORD=hunter22\nTHE_VERY_LONG_NAME_OF_A_KEY='other33'";
    const text = "DATABASE_PASSWORD, THE_VERY_LONG_NAME_OF_A_KEY exist; DATABASE_PASSWORD=hunter22";
    const message = await messageFor(importing, { body: { file: new File([env], "file") } }, { error: text });
    expect(message).toBe(
      "getThing: DATABASE_PASSWORD, THE_VERY_LONG_NAME_OF_A_KEY exist; [redacted] (400 Bad Request Error)",
    );
    const pretty = JSON.stringify({ DATABASE_PASSWORD: "hunter22", THE_VERY_LONG_NAME_OF_A_KEY: "other33" }, null, 2);
    expect(await messageFor(importing, { body: { file: new File([pretty], "file") } }, { error: text })).toBe(
      "getThing: DATABASE_PASSWORD, THE_VERY_LONG_NAME_OF_A_KEY exist; DATABASE_PASSWORD=[redacted] (400 Bad Request Error)",
    );
  });

  it("words of the server are shown that stand in a value, too", async () => {
    const env = "MESSAGE=This variable is required in production\n# The file of this environment";
    const text = "This file is required in this environment.";
    const message = await messageFor(importing, { body: { file: new File([env], "file") } }, { error: text });
    expect(message).toBe(`getThing: ${text} (400 Bad Request Error)`);
  });
});

describe("however the file is given", () => {
  const text = `A=1\nKEY=${LONG}`;
  const bytes = new TextEncoder().encode(text);
  const utf16 = Buffer.from(`\ufeff${text}`, "utf16le");
  it.each([
    ["a Blob", new Blob([text])],
    ["bytes", bytes],
    ["an ArrayBuffer", bytes.buffer],
    ["a Buffer", Buffer.from(text)],
    ["text", text],
    ["UTF-16, little endian", utf16],
    ["UTF-16, big endian", Buffer.from(utf16).swap16()],
    ["UTF-16 without a byte order mark", Buffer.from(text, "utf16le")],
  ])("%s", async (_, body) => {
    const message = await messageFor(uploading, { body }, { error: `no ${LONG}` });
    expect(message).toBe("getThing: no [redacted] (400 Bad Request Error)");
  });

  it("UTF-16 that the server takes for UTF-8", async () => {
    const message = await messageFor(uploading, { body: utf16 }, { error: `no ${Buffer.from(LONG, "utf16le")}` });
    expect(message).toBe("getThing: no [redacted] (400 Bad Request Error)");
  });

  it("what stands behind the first megabyte", async () => {
    const file = new Blob(["# comment\n".repeat(300_000), text]);
    const message = await messageFor(importing, { body: { file } }, { error: `no ${LONG}` });
    expect(message).toBe("getThing: no [redacted] (400 Bad Request Error)");
  });
});

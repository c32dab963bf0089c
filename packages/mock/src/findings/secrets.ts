import { REDACTED } from "../contract/sensitive.ts";

/** The secrets of a run: credentials that were given, sent or obtained. */
export class Secrets {
  readonly #values = new Set<string>();

  /** Adds a secret. Values of less than four characters are left out: they would redact ordinary words. */
  add(value: unknown): void {
    if (typeof value !== "string" || value.length < 4) return;
    for (const spelling of spellings(value)) this.#values.add(spelling);
  }

  /** Adds the value of a header, and without its scheme: the scheme, such as `Token`, is no secret. */
  addHeader(value: string): void {
    for (const part of [value, ...value.split(" ").slice(1)]) this.add(part);
  }

  /** Adds the parts of a value that were redacted to show it. */
  addHidden(value: unknown, shown: unknown): void {
    if (typeof value === "string" && value !== shown) {
      this.addHeader(value);
    } else if (typeof value === "object" && value !== null) {
      for (const [name, part] of Object.entries(value)) {
        this.addHidden(part, (shown as Record<string, unknown> | null | undefined)?.[name]);
      }
    }
  }

  /** @returns the text without the secrets */
  redact(text: string): string {
    // The longest first: one secret may contain another.
    const values = [...this.#values].sort((one, other) => other.length - one.length);
    return values.reduce((redacted, value) => redacted.replaceAll(value, REDACTED), text);
  }

  /** @returns a copy of a JSON value, all its texts without the secrets */
  redactAll<Value>(value: Value): Value {
    return JSON.parse(JSON.stringify(value), (_, part) => (typeof part === "string" ? this.redact(part) : part));
  }
}

/** As it is, in URLs and forms, in JSON and JSON in JSON, in HTML, and in base64 (RFC 4648, sections 4 and 5). */
function spellings(value: string): string[] {
  const inForm = new URLSearchParams({ "": value }).toString().slice(1);
  const inUrls = [inForm, inForm.replaceAll("+", "%20"), encodeURIComponent(value.toWellFormed())];
  const inJson = JSON.stringify(value).slice(1, -1);
  const inAscii = inJson.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const inHtml = value
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
  return [
    value,
    ...inUrls.flatMap((text) => [text, text.replace(/%../g, (code) => code.toLowerCase())]),
    ...[inJson, inAscii].flatMap((text) => [text, text.replaceAll("/", "\\/"), JSON.stringify(text).slice(1, -1)]),
    inHtml,
    inHtml.replaceAll("'", "&#39;"),
    inHtml.replaceAll("'", "&#x27;"),
    ...[0, 1, 2].flatMap((before) => [base64Within(value, before, "base64"), base64Within(value, before, "base64url")]),
  ];
}

/** The digits that stand for the value alone in the base64 of something longer, in which so many bytes stand before it. */
function base64Within(value: string, before: number, alphabet: "base64" | "base64url"): string {
  const digits = Buffer.from("x".repeat(before) + value).toString(alphabet);
  const first = Math.ceil((before * 8) / 6);
  const last = Math.floor(((before + Buffer.byteLength(value)) * 8) / 6);
  return digits.slice(first, last);
}

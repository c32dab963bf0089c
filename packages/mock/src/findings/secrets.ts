import { REDACTED } from "../contract/sensitive.ts";

/** Everything that must not be shown: credentials that were given, sent or obtained. */
export class Secrets {
  readonly #values = new Set<string>();

  /** Keeps a value secret from now on. Shorter than four characters it would blacken ordinary words. */
  add(value: unknown): void {
    if (typeof value !== "string" || value.length < 4) return;
    this.#values.add(value);
    this.#values.add(encodeURIComponent(value));
    this.#values.add(JSON.stringify(value).slice(1, -1));
  }

  /** Keeps the value of a header secret. It may hold its scheme as well, which is a word like others: `Token`, and the token. */
  addHeader(value: string): void {
    for (const part of [value, ...value.split(" ").slice(1)]) this.add(part);
  }

  /** Keeps secret what was taken out of a value to show it. */
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
    // The longest first: one secret may hold another.
    const values = [...this.#values].sort((one, other) => other.length - one.length);
    return values.reduce((redacted, value) => redacted.replaceAll(value, REDACTED), text);
  }

  /** @returns a copy of a JSON value, all its texts without the secrets */
  redactAll<Value>(value: Value): Value {
    return JSON.parse(JSON.stringify(value), (_, part) => (typeof part === "string" ? this.redact(part) : part));
  }
}

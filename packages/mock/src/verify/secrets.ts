import { REDACTED } from "../contract/sensitive.ts";

/** Everything that must not be shown: the credentials that were given, and those that a run obtained. */
export class Secrets {
  readonly #values = new Set<string>();

  /** Keeps a value secret from now on. Shorter than four characters it would blacken ordinary words. */
  add(value: unknown): void {
    if (typeof value !== "string" || value.length < 4) return;
    this.#values.add(value);
    this.#values.add(encodeURIComponent(value));
    this.#values.add(JSON.stringify(value).slice(1, -1));
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

import type { ExchangeReport } from "./check-exchange.ts";

/** Counts requests and violations. */
export class Tally {
  #requests = 0;
  #unanswered = 0;
  readonly #byOperation = new Map<string, number>();

  add({ operationId, method, path, status, violations }: ExchangeReport): void {
    this.#requests += 1;
    if (status === undefined) this.#unanswered += 1;
    if (violations.length === 0) return;
    const name = operationId ?? `${method} ${path}`;
    this.#byOperation.set(name, (this.#byOperation.get(name) ?? 0) + violations.length);
  }

  get violations(): number {
    return [...this.#byOperation.values()].reduce((sum, count) => sum + count, 0);
  }

  text(): string {
    const parts = [plural(this.#requests, "request")];
    if (this.#unanswered > 0) parts.push(`${this.#unanswered} of them without a response`);
    parts.push(this.violations > 0 ? plural(this.violations, "violation") : "no violations");
    const lines = [...this.#byOperation].map(([name, count]) => `  ${name}: ${count}\n`);
    return `\n${parts.join(", ")}\n${lines.join("")}`;
  }

  json(): string {
    const violations = Object.fromEntries(this.#byOperation);
    return `${JSON.stringify({ requests: this.#requests, unanswered: this.#unanswered, violations })}\n`;
  }
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

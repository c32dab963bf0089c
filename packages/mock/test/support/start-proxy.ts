import { type Contract, createContract } from "../../src/contract/contract.ts";
import type { ExchangeReport } from "../../src/proxy/check-exchange.ts";
import { startProxy } from "../../src/proxy/proxy.ts";
import { keyNestOperations } from "./keynest-operations.ts";

let contract: Contract | undefined;

export interface TestProxy extends AsyncDisposable {
  readonly url: string;
  /** Resolves with the report of the next exchange that no call has got yet. */
  report(): Promise<ExchangeReport>;
}

/** Starts a proxy for KeyNest. */
export async function startTestProxy(target: string): Promise<TestProxy> {
  contract ??= createContract(keyNestOperations);
  const reports: ExchangeReport[] = [];
  const waiting: ((report: ExchangeReport) => void)[] = [];
  const proxy = await startProxy({
    target,
    host: "127.0.0.1",
    port: 0,
    contract,
    onExchange(report) {
      const next = waiting.shift();
      if (next) next(report);
      else reports.push(report);
    },
  });
  return {
    url: proxy.url,
    report() {
      const known = reports.shift();
      return known ? Promise.resolve(known) : new Promise((resolve) => waiting.push(resolve));
    },
    [Symbol.asyncDispose]: () => proxy[Symbol.asyncDispose](),
  };
}

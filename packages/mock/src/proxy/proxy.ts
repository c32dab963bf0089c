import { createServer, Agent as HttpAgent, type IncomingMessage, type ServerResponse } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { Contract } from "../contract/contract.ts";
import { close, listen } from "../server/listen.ts";
import { checkExchange, type ExchangeReport } from "./check-exchange.ts";
import { forward, MAX_HEAD_BYTES, type Passed } from "./forward.ts";

export interface RunningProxy extends AsyncDisposable {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
}

export interface ProxySettings {
  readonly target: string;
  readonly host: string;
  readonly port: number;
  readonly contract: Contract;
  /**
   * Called after an exchange has passed and been checked.
   *
   * @param ms - from the head of the request to the last byte of the response, in milliseconds
   */
  onExchange(report: ExchangeReport, ms: number): void;
}

/**
 * Starts a server that passes everything on to another one, and checks it.
 *
 * @returns the proxy; disposing of it waits for the running checks
 * @throws {MockError} if it cannot listen
 */
export async function startProxy({ target, host, port, contract, onExchange }: ProxySettings): Promise<RunningProxy> {
  const Agent = target.startsWith("https:") ? HttpsAgent : HttpAgent;
  // A connection per request: the server may close a kept-alive one at the moment when it is used again.
  const upstream = { target, agent: new Agent({ keepAlive: false }) };
  const underWay = new Set<Promise<void>>();
  const serve = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const start = performance.now();
    const passed = await forward(upstream, message, response);
    const ms = performance.now() - start;
    // An error of the check must not affect the exchange.
    const report = await checkExchange(contract, message, passed).catch(() => uncheckable(message, passed));
    onExchange(report, ms);
  };
  // The server decides how long an upload may take.
  const server = createServer({ requestTimeout: 0, maxHeaderSize: MAX_HEAD_BYTES }, (message, response) => {
    const exchange = serve(message, response)
      // Node refuses to send an invalid response.
      .catch(() => void response.destroy())
      .finally(() => underWay.delete(exchange));
    underWay.add(exchange);
  });
  const url = await listen(server, host, port);
  return {
    url,
    async [Symbol.asyncDispose]() {
      await close(server);
      await Promise.all(underWay);
      upstream.agent.destroy();
    },
  };
}

function uncheckable({ method = "GET" }: IncomingMessage, { upstreamResponse }: Passed): ExchangeReport {
  const notChecked = ["This exchange could not be checked: something in it is malformed."];
  const nothing = { operationId: undefined, path: "", query: {}, violations: [] };
  return { ...nothing, method, status: upstreamResponse?.statusCode, notChecked };
}

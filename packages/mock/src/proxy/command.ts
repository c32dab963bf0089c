import { wantsColour } from "../cli/banner.ts";
import { COMMAND_NAME } from "../cli/command-name.ts";
import type { DefaultApi } from "../cli/default-api.ts";
import type { Io } from "../cli/io.ts";
import { createContract } from "../contract/contract.ts";
import { loadOperations } from "../contract/load-operations.ts";
import { isMockError } from "../mock-error.ts";
import type { ExchangeReport } from "./check-exchange.ts";
import { exchangeJson, exchangeLines } from "./exchange-lines.ts";
import { type RunningProxy, startProxy } from "./proxy.ts";
import { type ProxyOptions, parseProxyOptions, proxyHelp } from "./proxy-options.ts";
import { Tally } from "./tally.ts";

/** Runs a proxy until it is told to stop. @returns 0 without violations, 1 with, 2 if it could not start */
export async function run(args: string[], io: Io, api: DefaultApi): Promise<number> {
  const options = parseProxyOptions(args);
  if (!options) {
    io.stdout.write(proxyHelp(api));
    return 0;
  }
  const stop = new Promise((resolve) => {
    // Once only: a second Ctrl-C ends the process at once if closing takes long.
    process.once("SIGINT", resolve);
    process.once("SIGTERM", resolve);
  });
  const tally = new Tally();
  try {
    const proxy = await start(options, io, api, tally);
    await stop;
    await proxy[Symbol.asyncDispose]();
  } catch (error) {
    if (!isMockError(error)) throw error;
    io.stderr.write(`${COMMAND_NAME}: ${error.message}\n`);
    return 2;
  }
  io.stdout.write(options.json ? tally.json() : tally.text());
  return tally.violations > 0 ? 1 : 0;
}

async function start(options: ProxyOptions, { stdout, env }: Io, api: DefaultApi, tally: Tally): Promise<RunningProxy> {
  const { target, quiet, json } = options;
  const contract = createContract(await loadOperations(options.spec ?? (await api.readDescription())));
  const colour = wantsColour(stdout, env);
  const onExchange = (report: ExchangeReport, ms: number): void => {
    tally.add(report);
    if (quiet && report.violations.length === 0) return;
    stdout.write(json ? exchangeJson(report, ms) : exchangeLines(report, ms, colour));
  };
  const proxy = await startProxy({ ...options, contract, onExchange });
  const { url } = proxy;
  stdout.write(
    json ? `${JSON.stringify({ url, target })}\n` : `\nListening at ${url} for ${target}. Ctrl-C ends it.\n\n`,
  );
  return proxy;
}

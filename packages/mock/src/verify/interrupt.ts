/** SIGHUP comes when a terminal is closed. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Aborts at the first Ctrl-C, SIGTERM or SIGHUP. A second one ends the process, as usual. */
export function abortOnInterrupt(onInterrupt: () => void): { signal: AbortSignal } & Disposable {
  const controller = new AbortController();
  const stop = (): void => {
    for (const name of SIGNALS) process.off(name, interrupt);
  };
  const interrupt = (): void => {
    stop();
    onInterrupt();
    controller.abort();
  };
  for (const name of SIGNALS) process.on(name, interrupt);
  return { signal: controller.signal, [Symbol.dispose]: stop };
}

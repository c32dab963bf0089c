const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** Turns the first Ctrl-C or SIGTERM into an abort, and calls back. A second one ends the process as it always does. */
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

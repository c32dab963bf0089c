/** Sets an end to some work; of several, the first counts. It is none if `ms` is longer than a timer can be (24 days). */
export type EndIn = (ms: number) => void;

/**
 * Does work until the caller's signal or a time limit. Both end the wait themselves, so that they hold where the work
 * ignores signals, and a caller gets back the very reason that he gave.
 *
 * @param work gets a signal that both abort, and its own failure, so that nothing of it goes on; not begun if the caller's
 *   signal has been aborted before
 * @param expired makes the error of a limit that has passed
 */
export async function limit<Result>(
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal, endIn: EndIn) => Promise<Result>,
  expired?: (ms: number) => Error,
): Promise<Result> {
  const controller = new AbortController();
  const timers: ReturnType<typeof setTimeout>[] = [];
  let onAbort: () => void = () => {};
  try {
    return await new Promise<Result>((resolve, reject) => {
      const stop = (reason: unknown) => {
        reject(reason);
        controller.abort(reason);
      };
      const endIn = (ms: number) => {
        if (ms < 2 ** 31) {
          const timer = setTimeout(() => stop(expired?.(ms)), ms);
          timers.push(timer);
          (timer as { unref?: () => void }).unref?.();
        }
      };
      signal?.throwIfAborted();
      onAbort = () => stop(signal?.reason);
      signal?.addEventListener("abort", onAbort);
      work(controller.signal, endIn).then(resolve, stop);
    });
  } finally {
    for (const timer of timers) clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  }
}

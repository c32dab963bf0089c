/**
 * Does work until the caller's signal or a time limit. Both end the wait themselves, so that they hold where the work
 * ignores signals, and a caller gets back the very reason that he gave.
 *
 * @param work gets a signal that both abort; not begun if the caller's signal has been aborted before
 * @param timeoutMs none if 0, or longer than a timer can be (24 days)
 * @param expired makes the error of a limit that has passed
 */
export async function limit<Result>(
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Result>,
  timeoutMs = 0,
  expired?: () => Error,
): Promise<Result> {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let onAbort: () => void = () => {};
  try {
    return await new Promise<Result>((resolve, reject) => {
      const stop = (reason: unknown) => {
        reject(reason);
        controller.abort(reason);
      };
      signal?.throwIfAborted();
      onAbort = () => stop(signal?.reason);
      signal?.addEventListener("abort", onAbort);
      if (timeoutMs && timeoutMs < 2 ** 31) {
        timer = setTimeout(() => stop(expired?.()), timeoutMs);
        (timer as { unref?: () => void }).unref?.();
      }
      work(controller.signal).then(resolve, reject);
    });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  }
}

import { MAX_TIMER_MS } from "./time-limits.ts";

/**
 * Sets an end to some work; of several, the first counts. There is none if `ms` is longer than a timer can be.
 *
 * @param ms - milliseconds from now
 * @param expired - makes the error that the work then ends with
 * @returns takes the end away again
 */
export type EndIn = (ms: number, expired: () => Error) => () => void;

/**
 * Does work until the caller's signal or a time limit. Both end the wait themselves, so that they hold where the work
 * ignores signals, and callers get the very reason that they gave.
 *
 * @param work - gets a signal that both abort, and its own failure, so that nothing of it goes on; not begun if the
 *   caller's signal has been aborted before
 */
export async function limit<Result>(
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal, endIn: EndIn) => Promise<Result>,
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
      const endIn: EndIn = (ms, expired) => {
        if (ms > MAX_TIMER_MS) return () => {};
        const timer = setTimeout(() => stop(expired()), ms);
        timers.push(timer);
        (timer as { unref?: () => void }).unref?.();
        return () => clearTimeout(timer);
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

import { MAX_TIMER_MS } from "./time-limits.ts";

/**
 * Starts a time limit for some work; of several, the first to expire counts. There is no limit if `ms` exceeds the longest
 * timer.
 *
 * @param ms - milliseconds from now
 * @param expired - makes the error that the work then ends with
 * @returns a function that ends the limit
 */
export type EndIn = (ms: number, expired: () => Error) => () => void;

/**
 * Does work until the caller's signal aborts or a time limit expires. Both reject at once, even if the work ignores its
 * signal, and callers get the exact reason that they gave.
 *
 * @param work - gets a signal that the caller's signal, a time limit and its own failure abort, so that no part of it goes
 *   on. It does not begin if the caller's signal is already aborted.
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

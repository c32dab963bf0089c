import { limit } from "../request/limit.ts";

/** Work that several callers wait for. It is aborted when the last of them leaves. */
export interface SharedWork<Result> {
  /** Waits for the result, until the signal aborts. */
  join(signal: AbortSignal | undefined): Promise<Result>;
}

/**
 * Starts the work.
 *
 * @param work - gets a signal that aborts when no caller waits any more
 * @param ended - called once, when the work can no longer be joined
 */
export function shareWork<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  ended: () => void,
): SharedWork<Result> {
  const controller = new AbortController();
  let waiting = 0;
  let hasEnded = false;
  const end = () => {
    if (!hasEnded) ended();
    hasEnded = true;
  };
  const result = work(controller.signal).finally(end);
  result.catch(() => {}); // Those who wait are told.
  return {
    join(signal) {
      waiting++;
      return limit(signal, () => result).finally(() => {
        if (--waiting || hasEnded) return;
        end();
        controller.abort();
      });
    },
  };
}

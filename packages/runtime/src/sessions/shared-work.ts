import { limit } from "../request/limit.ts";

/** Work that several callers wait for; it is given up when none of them is left. */
export interface SharedWork<Result> {
  /** Waits for the result, until the signal. */
  join(signal: AbortSignal | undefined): Promise<Result>;
}

/**
 * Starts the work.
 *
 * @param work gets a signal that is aborted when nobody waits any more
 * @param ended called once, when it is of no use to join any more
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

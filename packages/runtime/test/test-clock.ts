import type { Clock } from "../src/index.ts";

export interface TestClock extends Clock {
  /** Milliseconds since the epoch; moves when somebody sleeps, and when a test moves it. */
  time: number;
  /** What was slept, in milliseconds. */
  readonly sleeps: number[];
}

/** A clock on which sleeping takes no time, but moves the hands. */
export function testClock(time: number = Date.UTC(2026, 0, 1)): TestClock {
  const clock: TestClock = {
    time,
    sleeps: [],
    now: () => clock.time,
    async sleep(ms, signal) {
      await new Promise(setImmediate);
      signal?.throwIfAborted();
      clock.sleeps.push(ms);
      clock.time += ms;
    },
  };
  return clock;
}

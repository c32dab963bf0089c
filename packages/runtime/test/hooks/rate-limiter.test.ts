import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createClient, isUsageError, rateLimiter } from "../../src/index.ts";
import { detailed, operation, rejection } from "../call.ts";
import { testClock } from "../test-clock.ts";

describe("a rate limiter", () => {
  it("lets a minute's requests through at once, and the next when the first is a minute old", async () => {
    const clock = testClock();
    const sent: number[] = [];
    const start = clock.time;
    const fetch = async () => {
      sent.push(clock.time - start);
      clock.time += 1_000;
      return Response.json({});
    };
    const client = createClient({ baseUrl: "https://h", fetch, clock, hooks: rateLimiter({ requestsPerMinute: 3 }) });
    for (let n = 0; n < 7; n++) await detailed(client, operation());
    expect(sent).toEqual([0, 1_000, 2_000, 60_000, 61_000, 62_000, 120_000]);
  });

  it("never sends more in any minute, and keeps the order", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.nat(70_000), { maxLength: 20 }),
        async (most, pauses) => {
          const clock = testClock();
          const { request } = rateLimiter({ requestsPerMinute: most });
          // Sleeps run side by side here: each says when it ends, and time moves between the calls alone.
          const moments: number[] = [];
          for (const pause of pauses) {
            clock.time += pause;
            let until = clock.time;
            const sleep = async (ms: number) => {
              until += ms;
            };
            await request?.({ client: { clock: { now: clock.now, sleep } } } as never);
            moments.push(until);
          }
          expect(moments).toEqual([...moments].sort((a, b) => a - b));
          for (let n = most; n < moments.length; n++) {
            expect((moments[n] as number) - (moments[n - most] as number)).toBeGreaterThanOrEqual(60_000);
          }
        },
      ),
    );
  });

  it("ends its wait with the caller's signal", async () => {
    const client = createClient({
      baseUrl: "https://h",
      fetch: async () => Response.json({}),
      hooks: rateLimiter({ requestsPerMinute: 1 }),
    });
    await detailed(client, operation());
    const controller = new AbortController();
    const waiting = detailed(client, operation(), {}, { signal: controller.signal });
    setImmediate(() => controller.abort("enough"));
    await expect(waiting).rejects.toBe("enough");
  });

  it("delays a request for longer than the limit of an attempt", async () => {
    const clock = testClock();
    const sleep = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms / 200));
    const fetch = async () => Response.json({});
    const hooks = rateLimiter({ requestsPerMinute: 1 });
    const client = createClient({ baseUrl: "https://h", fetch, clock: { ...clock, sleep }, hooks, timeoutMs: 100 });
    await detailed(client, operation());
    expect(await detailed(client, operation())).toMatchObject({ ok: true });
  });

  it("gives the place of a request that is aborted to the next", async () => {
    const clock = testClock();
    const start = clock.time;
    const client = createClient({
      baseUrl: "https://h",
      fetch: async () => Response.json({}),
      clock,
      hooks: rateLimiter({ requestsPerMinute: 1 }),
    });
    await detailed(client, operation());
    const controller = new AbortController();
    const { signal } = controller;
    const aborted = Array.from({ length: 5 }, () => rejection(detailed(client, operation(), {}, { signal })));
    const next = detailed(client, operation());
    controller.abort(new Error("enough"));
    await Promise.all([...aborted, next]);
    expect(clock.time - start).toBe(60_000);
  });

  it.each([0, -1, Number.NaN])("of %s requests is refused", (requestsPerMinute) => {
    try {
      rateLimiter({ requestsPerMinute });
    } catch (error) {
      return expect(isUsageError(error)).toBe(true);
    }
    throw new Error("expected an error");
  });
});

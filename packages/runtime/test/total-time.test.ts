import { spawnSync } from "node:child_process";
import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { createClient, isTimeoutError } from "../src/index.ts";
import { detailed, operation, rejection } from "./call.ts";
import { serve } from "./server.ts";
import { testClock } from "./test-clock.ts";

describe("totalTimeoutMs", () => {
  it("ends an attempt that would take longer", async () => {
    const { url, received } = await serve(() => undefined);
    const client = createClient({ baseUrl: url, totalTimeoutMs: 500 });
    const error = await rejection(detailed(client, operation(), {}, { maxRetries: 5 }));
    expect(isTimeoutError(error)).toBe(true);
    expect(received).toHaveLength(1);
  });

  it.each([-1, Number.NaN])("is named if it is invalid: %d", async (totalTimeoutMs) => {
    const client = createClient({ baseUrl: "https://h", totalTimeoutMs });
    expect((await rejection(detailed(client, operation()))).message).toBe("getThing: totalTimeoutMs must be 0 or more");
  });

  it("ends the renewal of a credential", async () => {
    const { url } = await serve({ status: 401 });
    const clock = testClock();
    const renew = () => new Promise<never>(() => {});
    const apply = () => {
      clock.time += 980;
      return undefined;
    };
    const auth = { scheme: "A", apply, renew };
    const client = createClient({ baseUrl: url, clock, auth, totalTimeoutMs: 1_000 });
    const error = await rejection(detailed(client, operation({ security: [["A"]] })));
    expect(error.message).toContain("no complete response within 1000 ms");
  });

  it("leaves no wait that would not fit in", async () => {
    const { url, received } = await serve({ status: 503, headers: { "retry-after": "10" } });
    const clock = testClock();
    const client = createClient({ baseUrl: url, clock, random: () => 0 });
    expect(await detailed(client, operation(), {}, { maxRetries: 9, totalTimeoutMs: 35_000 })).toMatchObject({
      status: 503,
    });
    expect(clock.sleeps).toEqual([10_000, 10_000, 10_000]);
    expect(received).toHaveLength(4);
  });

  it("is infinite by default, and at 0", async () => {
    const { url, received } = await serve({ status: 503, headers: { "retry-after": "60" } });
    for (const totalTimeoutMs of [undefined, 0]) {
      const client = createClient({ baseUrl: url, clock: testClock(), totalTimeoutMs });
      await detailed(client, operation(), {}, { maxRetries: 9 });
    }
    expect(received).toHaveLength(20);
  });
});

describe("an abort", () => {
  it("ends the wait for another attempt", async () => {
    const controller = new AbortController();
    const { url, received } = await serve(() => {
      setTimeout(() => controller.abort("enough"), 20);
      return { status: 503, headers: { "retry-after": "60" } };
    });
    const { signal } = controller;
    await expect(detailed(createClient({ baseUrl: url }), operation(), {}, { maxRetries: 2, signal })).rejects.toBe(
      "enough",
    );
    expect(received).toHaveLength(1);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  it("is not a failure: hooks do not see it, and it is not retried", async () => {
    const controller = new AbortController();
    const { url, received } = await serve(() => {
      controller.abort("enough");
      return undefined;
    });
    const seen: unknown[] = [];
    const hooks = {
      error: ({ error }: { error?: unknown }) => void seen.push(error),
      retry: () => void seen.push("retry"),
    };
    const call = detailed(
      createClient({ baseUrl: url, hooks }),
      operation(),
      {},
      { maxRetries: 2, signal: controller.signal },
    );
    await expect(call).rejects.toBe("enough");
    expect(seen).toEqual([]);
    expect(received).toHaveLength(1);
  });
});

describe("a process", () => {
  const run = (code: string) => {
    const runtime = new URL("../src/index.ts", import.meta.url).href;
    const program = `import { createClient, request } from ${JSON.stringify(runtime)};
      const operation = { id: "getThing", method: "GET", path: "/" };
      ${code}`;
    const started = performance.now();
    const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
      encoding: "utf8",
      timeout: 20_000,
    });
    return { printed: stdout.trim(), stderr, status, tookMs: performance.now() - started };
  };

  it("lives as long as a call waits for its next attempt", () => {
    const { printed, status } = run(`
      let count = 0;
      const fetch = async () => new Response("{}", { status: ++count > 1 ? 200 : 503 });
      console.log((await request(createClient({ baseUrl: "https://h", fetch }), operation)).status);`);
    expect({ printed, status }).toEqual({ printed: "200", status: 0 });
  });

  it("ends at once after an abort, whatever was waited for", () => {
    const { printed, status, tookMs } = run(`
      const fetch = async () => new Response("{}", { status: 503, headers: { "retry-after": "60" } });
      const signal = AbortSignal.timeout(50);
      const waiting = setTimeout(() => {}, 100);
      await request(createClient({ baseUrl: "https://h", fetch }), operation, {}, { signal }).catch((error) => console.log(error.name));`);
    expect({ printed, status }).toEqual({ printed: "TimeoutError", status: 0 });
    expect(tookMs).toBeLessThan(15_000);
  });
});

import { expect, it } from "vitest";
import { createClient } from "../src/index.ts";

const { clock } = createClient({ baseUrl: "https://h" });

it("a sleep ends with its signal", async () => {
  const controller = new AbortController();
  const slept = clock.sleep(60_000, controller.signal);
  controller.abort("enough");
  await expect(slept).rejects.toBe("enough");
});

it("a sleep whose signal was aborted before does not begin", async () => {
  await expect(clock.sleep(60_000, AbortSignal.abort("before"))).rejects.toBe("before");
});

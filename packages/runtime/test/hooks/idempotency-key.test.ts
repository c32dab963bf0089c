import { expect, it, onTestFinished } from "vitest";
import { createClient, idempotencyKey } from "../../src/index.ts";
import { detailed, operation } from "../call.ts";
import { serve } from "../server.ts";
import { testClock } from "../test-clock.ts";

const create = operation({ method: "POST", body: "application/json" });

it("is the same in all attempts of a call, and another in the next call", async () => {
  const statuses = [503, 502, 201, 201];
  const { url, received } = await serve(() => ({ status: statuses.shift() ?? 500 }));
  const client = createClient({ baseUrl: url, hooks: idempotencyKey(), retryUnsafe: true, clock: testClock() });
  await detailed(client, create, { body: {} }, { maxRetries: 2 });
  await detailed(client, create, { body: {} });
  const keys = received.map(({ headers }) => headers["idempotency-key"]);
  expect(keys).toEqual([keys[0], keys[0], keys[0], expect.not.stringMatching(`${keys[0]}`)]);
  expect(keys[0]).toMatch(/^[\da-f-]{36}$/);
});

it("is sent with POST and PATCH only, under the chosen name", async () => {
  const { url, received } = await serve();
  const client = createClient({ baseUrl: url, hooks: idempotencyKey("X-Once") });
  for (const method of ["GET", "PUT", "DELETE", "PATCH"]) await detailed(client, operation({ method }));
  expect(received.map(({ headers }) => "x-once" in headers)).toEqual([false, false, false, true]);
});

it("leaves a key of the caller as it is", async () => {
  const { url, received } = await serve();
  const client = createClient({ baseUrl: url, hooks: idempotencyKey() });
  await detailed(client, create, { body: {} }, { headers: { "Idempotency-Key": "mine" } });
  expect(received[0]?.headers["idempotency-key"]).toBe("mine");
});

it("is made without randomUUID, as on pages that were loaded without TLS", async () => {
  Object.defineProperty(crypto, "randomUUID", { value: undefined, configurable: true });
  onTestFinished(() => void Reflect.deleteProperty(crypto, "randomUUID"));
  const { url, received } = await serve();
  const client = createClient({ baseUrl: url, hooks: idempotencyKey() });
  await detailed(client, create, { body: {} });
  await detailed(client, create, { body: {} });
  const [one, other] = received.map(({ headers }) => headers["idempotency-key"]);
  expect(one).toMatch(/^\d+(-\d+){3}$/);
  expect(other).not.toBe(one);
});

// Logins, calls, aborts and expiring tokens, in whatever order they come.
import fc from "fast-check";
import { expect, it } from "vitest";
import { bearer, type Client, createClient, type Grant, request, type Success, session, unwrap } from "../src/index.ts";
import { detailed, operation } from "./call.ts";

const login = operation({ id: "login", method: "POST", path: "/login", body: "application/json" });
const secured = operation({ path: "/things/", security: [["A"]] });

const servers = ["http://a.example", "http://b.example"];
const place = fc.nat({ max: servers.length - 1 });
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("call" as const), place, isAborted: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("expire" as const), place }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("end" as const), place }) },
);

/** Servers whose answers come when the scheduler lets them, and what they saw. */
function serversOf(scheduler: fc.Scheduler, refusals: boolean[]) {
  const seen = { foreign: 0, most: 0 };
  const states = servers.map((_, index) => ({ prefix: `t${index}-`, given: 0, valid: 0, logins: 0 }));
  const answer = async (url: URL, headers: Headers, signal: AbortSignal | null | undefined): Promise<Response> => {
    const state = states[servers.indexOf(url.origin)] as (typeof states)[number];
    if (url.pathname === "/login") {
      state.logins++;
      seen.most = Math.max(seen.most, state.logins);
      try {
        await untilAborted(scheduler.schedule(Promise.resolve(), "login"), signal);
      } finally {
        state.logins--;
      }
      if (refusals.shift()) return Response.json({ error: "No." }, { status: 400 });
      state.valid = ++state.given;
      return Response.json({ access: state.prefix + state.given });
    }
    await untilAborted(scheduler.schedule(Promise.resolve(), "call"), signal);
    const token = headers.get("authorization")?.replace("Bearer ", "") ?? "";
    if (!token.startsWith(state.prefix)) seen.foreign++;
    const isGood = state.valid > 0 && token === state.prefix + state.valid;
    return isGood ? Response.json({ token }) : Response.json({ error: "Token expired." }, { status: 401 });
  };
  const fetch = (input: string | URL | Request, init: RequestInit = {}): Promise<Response> =>
    answer(new URL(input instanceof Request ? input.url : input), new Headers(init.headers), init.signal);
  return { fetch, seen, states };
}

function untilAborted<Result>(work: Promise<Result>, signal: AbortSignal | null | undefined): Promise<Result> {
  return Promise.race([
    work,
    new Promise<never>((_, reject) => {
      if (signal?.aborted) reject(signal.reason);
      signal?.addEventListener("abort", () => reject(signal.reason));
    }),
  ]);
}

it("never has two logins of one server in flight, sends no token to another server, and settles every call", async () => {
  const property = fc.asyncProperty(
    fc.scheduler(),
    fc.array(step, { minLength: 1, maxLength: 12 }),
    fc.array(fc.boolean(), { maxLength: 4 }),
    async (scheduler, steps, refusals) => {
      const { fetch, seen, states } = serversOf(scheduler, [...refusals]);
      const auth = session((token) => bearer("A", token), {
        obtain: (client, options) =>
          unwrap(request<Success<200, Grant>>(client, login, { body: { password: "hunter22" } }, options)),
      });
      const clients = servers.map((baseUrl) =>
        createClient({ baseUrl, auth, fetch: fetch as typeof globalThis.fetch }),
      );
      const settled: Promise<unknown>[] = [];
      for (const one of steps) {
        settled.push(scheduler.schedule(Promise.resolve(), one.kind).then(() => take(one)));
      }
      async function take(one: (typeof steps)[number]): Promise<string> {
        const client = clients[one.place] as Client;
        if (one.kind === "expire") (states[one.place] as (typeof states)[number]).valid = 0;
        if (one.kind === "end") await auth.end(client);
        if (one.kind !== "call") return one.kind;
        const controller = new AbortController();
        if (one.isAborted) void scheduler.schedule(Promise.resolve(), "abort").then(() => controller.abort());
        const result = detailed(client, secured, {}, { signal: controller.signal });
        return result.then(
          ({ status }) => `${status}`,
          (error: Error & { operationId?: string }) => error.operationId ?? error.name,
        );
      }
      const outcomes = await scheduler.waitFor(Promise.all(settled));
      expect(seen).toMatchObject({ foreign: 0 });
      expect(seen.most).toBeLessThanOrEqual(1);
      for (const outcome of outcomes) expect(["200", "401", "login", "AbortError", "expire", "end"]).toContain(outcome);
    },
  );
  await fc.assert(property, { numRuns: Number(process.env.FAULT_RUNS ?? 60) });
});

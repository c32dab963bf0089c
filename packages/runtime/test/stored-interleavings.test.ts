// Processes that share a store, some with a wrong password, in whatever order their steps come.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import { bearer, createClient, type Grant, request, type Success, session, unwrap } from "../src/index.ts";
import { detailed, operation } from "./call.ts";

const login = operation({ id: "login", method: "POST", path: "/login", body: "application/json" });
const secured = operation({ path: "/things/", security: [["A"]] });

const processes = fc.array(
  fc.record({ isRight: fc.boolean(), kind: fc.constantFrom("call" as const, "login" as const, "end" as const) }),
  { minLength: 2, maxLength: 6 },
);

/** The slow hash is of no interest here: a quick one in its place. */
function hashQuickly() {
  vi.spyOn(crypto.subtle, "importKey").mockImplementation((async (_: string, bytes: Uint8Array) => bytes) as never);
  vi.spyOn(crypto.subtle, "deriveBits").mockImplementation(
    (async ({ salt }: { salt: Uint8Array }, key: Uint8Array) =>
      createHash("sha256").update(salt).update(key).digest().buffer) as never,
  );
}

afterEach(() => vi.restoreAllMocks());

it("gives no session to a wrong password, and every session to the right one", async () => {
  hashQuickly();
  const property = fc.asyncProperty(fc.scheduler(), processes, async (scheduler, all) => {
    const pause = (name: string) => scheduler.schedule(Promise.resolve(), name);
    const values = new Map<string, unknown>();
    const store = {
      get: (key: string) => pause("get").then(() => values.get(key)),
      set: (key: string, value: unknown) => pause("set").then(() => void values.set(key, value)),
      delete: (key: string) => pause("delete").then(() => values.delete(key)),
    };
    const clock = { now: () => 0, sleep: () => pause("sleep").then(() => {}) };
    const given = new Set<string>();
    const fetch = async (url: string, { headers, body }: RequestInit): Promise<Response> => {
      await pause("request");
      if (url.endsWith("/login")) {
        if (JSON.parse(`${body}`).password !== "right") return Response.json({}, { status: 401 });
        given.add(`t${given.size}`);
        return Response.json({ access: `t${given.size - 1}` });
      }
      const token = new Headers(headers).get("authorization")?.replace("Bearer ", "") ?? "";
      return Response.json({}, { status: given.has(token) ? 200 : 401 });
    };
    const run = async ({ isRight, kind }: { isRight: boolean; kind: "call" | "login" | "end" }): Promise<boolean> => {
      const auth = session((token) => bearer("A", token), {
        obtain: (client, options, proof) =>
          unwrap(request<Success<200, Grant>>(client, login, { body: proof }, options)),
        store,
        proof: { password: isRight ? "right" : "wrong" },
      });
      const client = createClient({ baseUrl: "http://a.example", auth, fetch, clock, maxRetries: 0 });
      try {
        if (kind === "login") await auth.begin(client, { reuse: false });
        const { status } = await detailed(client, secured);
        if (kind === "end") await auth.end(client);
        return status === 200;
      } catch (error) {
        if ((error as { status?: number }).status !== 401) throw error;
        return false;
      }
    };
    const outcomes = await scheduler.waitFor(Promise.all(all.map(run)));
    expect(outcomes).toEqual(all.map(({ isRight }) => isRight));
  });
  await fc.assert(property, { numRuns: Number(process.env.FAULT_RUNS ?? 60) });
});

// Whatever a server does, and in whatever order.

import type { Socket } from "node:net";
import fc from "fast-check";
import { expect, it } from "vitest";
import { bearer, createClient, jsonBody, request } from "../../src/index.ts";
import { testClock } from "../test-clock.ts";
import { answer, type FaultServer, startFaultServer } from "./fault-server.ts";

const runs = Number(process.env.FAULT_RUNS ?? 40);

/** Ways to treat a request without acting on it, and after having acted on it. */
const refusals: Record<string, (socket: Socket) => void> = {
  "429": (socket) => answer(socket, 429, "{}"),
  "429 for 1 s": (socket) => answer(socket, 429, "{}", { "retry-after": "1" }),
  "401": (socket) => answer(socket, 401, "{}"),
  "400": (socket) => answer(socket, 400, "{}"),
};
const acceptances: Record<string, (socket: Socket) => void> = {
  "201": (socket) => answer(socket, 201, "{}"),
  "no JSON": (socket) => answer(socket, 201, "{"),
  "500": (socket) => answer(socket, 500, "{}"),
  "503 for 1 s": (socket) => answer(socket, 503, "{}", { "retry-after": "1" }),
  "408": (socket) => answer(socket, 408, "{}"),
  reset: (socket) => socket.resetAndDestroy(),
  close: (socket) => socket.destroy(),
  "half a head": (socket) => socket.end("HTTP/1.1 20"),
  "half a body": (socket) => socket.end("HTTP/1.1 201 Created\r\ncontent-length: 9\r\n\r\n{"),
  stall: () => {},
  "301": (socket) => answer(socket, 301, "", { location: "/things/" }),
  "303": (socket) => answer(socket, 303, "", { location: "/things/" }),
};
const treatments = { ...refusals, ...acceptances };

const script = fc.array(fc.constantFrom(...Object.keys(treatments)), { minLength: 1, maxLength: 5 });
const methods = fc.constantFrom("POST", "PATCH");

/** A credential that has always another token after a 401. */
const auth = { ...bearer("A", "hunter22"), renew: async () => true };

async function call(server: FaultServer, method: string, signal?: AbortSignal): Promise<unknown> {
  const client = createClient({ baseUrl: server.url, auth, clock: testClock(), timeoutMs: 60 });
  const operation = { id: "create", method, path: "/things", body: jsonBody, security: [["A"]] };
  return request(client, operation, { body: { a: 1 } }, { signal }).catch((error: unknown) => error);
}

it("no POST or PATCH that a server acted on is sent again", async () => {
  const property = fc.asyncProperty(script, methods, async (names, method) => {
    let acted = 0;
    await using server = await startFaultServer((socket, nth) => {
      const name = names[Math.min(nth, names.length) - 1] as string;
      if (name in acceptances) acted++;
      treatments[name]?.(socket);
    });
    await call(server, method);
    expect(acted).toBeLessThanOrEqual(1);
  });
  await fc.assert(property, { numRuns: runs });
}, 600_000);

it("no credential leaves its origin, wherever redirects lead", async () => {
  const hop = fc.record({
    status: fc.constantFrom(301, 302, 303, 307, 308),
    to: fc.constantFrom("/a", "/b/", "//OTHER/", "http://OTHER/x", "http://user@OTHER/", "\\\\OTHER/", "http:OTHER"),
  });
  const property = fc.asyncProperty(
    fc.array(hop, { minLength: 1, maxLength: 5 }),
    fc.constantFrom("GET", "POST"),
    async (hops, method) => {
      await using other = await startFaultServer((socket) => answer(socket, 200, "{}"));
      const host = new URL(other.url).host;
      await using server = await startFaultServer((socket, nth) => {
        const next = hops[nth - 1];
        if (next) answer(socket, next.status, "", { location: next.to.replace("OTHER", host) });
        else answer(socket, 200, "{}");
      });
      await call(server, method);
      expect(other.requests).toEqual([]);
    },
  );
  await fc.assert(property, { numRuns: runs });
}, 600_000);

it("an aborted call settles with the reason of its signal, whatever it was doing", async () => {
  const property = fc.asyncProperty(
    script,
    methods,
    fc.integer({ min: 0, max: 40 }),
    async (names, method, afterMs) => {
      await using server = await startFaultServer((socket, nth) => {
        treatments[names[Math.min(nth, names.length) - 1] as string]?.(socket);
      });
      const controller = new AbortController();
      let hasSettled = false;
      const settled = call(server, method, controller.signal).finally(() => {
        hasSettled = true;
      });
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      const wasSettled = hasSettled;
      controller.abort("enough");
      const outcome = await settled;
      if (!wasSettled) expect(outcome).toBe("enough");
    },
  );
  await fc.assert(property, { numRuns: runs });
}, 600_000);

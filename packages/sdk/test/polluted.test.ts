import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { runNode } from "./run-node.ts";

interface Run {
  /** What came of each call. */
  readonly results: Record<string, unknown>;
  /** Where a polluted value was read. */
  readonly taken: string[];
  /** What the server received. */
  readonly received: unknown[];
}

const page = { count: 2, next: null, previous: null, results: [{ id: "1" }, { id: "2" }] };
const answers: Record<string, object> = {
  "/authentication/new/": { access: "an-access-token", refresh: "a-refresh-token" },
  "/auth/login": { access_token: "a-token-of-the-key" },
};

/** Runs the program of all calls against a server of its own. */
async function run(mode: "clean" | "polluted"): Promise<Run> {
  const received: unknown[] = [];
  const server = createServer(async ({ method, url = "", headers }, response) => {
    const { host, connection, "content-length": _, ...kept } = headers;
    received.push({ method, url, headers: kept });
    const isMissing = /projects\/.+\//.test(url);
    response.writeHead(isMissing ? 404 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(isMissing ? { detail: "Not here." } : (answers[url] ?? page)));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const program = fileURLToPath(new URL("polluted/program.mjs", import.meta.url));
  try {
    const printed = await runNode({
      args: [program, baseUrl, mode],
      cwd: fileURLToPath(new URL("..", import.meta.url)),
    });
    const { results, taken } = JSON.parse(printed.replaceAll(baseUrl, "http://server"));
    return { results, taken, received };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

let clean: Run;
let polluted: Run;
beforeAll(async () => {
  [clean, polluted] = await Promise.all([run("clean"), run("polluted")]);
});

test("a polluted Object.prototype changes the result of no call", () => {
  expect(polluted.results).toEqual(clean.results);
});

test("a polluted Object.prototype changes no request", () => {
  expect(clean.received.length).toBeGreaterThan(20);
  expect(sorted(polluted.received)).toEqual(sorted(clean.received));
});

test("no value of a polluted Object.prototype is read", () => {
  expect(polluted.taken).toEqual([]);
});

test("what fetch is handed inherits nothing", () => {
  expect(polluted.results).toMatchObject({ "what fetch is handed inherits": [null, null] });
});

/** Blocking calls and logins overlap with none, but retries may come in any order. */
function sorted(received: readonly unknown[]): string[] {
  return received.map((one) => JSON.stringify(one).replace(/(boundary=-+[a-z]+-[a-z]+-)\d+/, "$1")).sort();
}

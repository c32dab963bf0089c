import { describe, expect, it } from "vitest";
import { startFaultServer } from "./fault-server.ts";
import { faults } from "./faults.ts";
import { expireUnder, logInAtOnce } from "./logins.ts";
import { callServer, runFault } from "./run-fault.ts";

describe.each(faults)("a server that $name", (fault) => {
  it.each(["GET", "POST"] as const)("is handled as documented by %s", async (method) => {
    const { outcome, message } = await runFault(fault, method);
    expect(outcome).toBe(method === "GET" ? fault.get : fault.post);
    expect(message).not.toContain("hunter22");
  });
});

it("a server that refuses connections is asked three times, whatever the method is", async () => {
  const server = await startFaultServer(() => {});
  await server[Symbol.asyncDispose]();
  for (const method of ["GET", "POST"]) {
    const { waitedMs, message } = await callServer(server, method);
    expect(waitedMs).toBe(1_500);
    expect(message).toBe(`callThing: no response from ${method} URL/things (ECONNREFUSED)`);
  }
});

it("a connection that was kept alive, and that the server closes, fails no GET", async () => {
  await using server = await startFaultServer((socket, nth) => {
    if (nth === 2) return socket.destroy();
    return socket.write("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}");
  });
  expect((await callServer(server, "GET")).outcome).toBe("1 × 200");
  expect((await callServer(server, "GET")).outcome).toBe("3 × 200");
});

it("a token that expires under 100 calls is renewed once, and each call succeeds", async () => {
  expect(await expireUnder(100)).toEqual({ succeeded: 100, logins: 1, refreshes: 1 });
});

it("programs that log in at once wait for a server that allows five logins a minute", async () => {
  expect(await logInAtOnce(12)).toEqual({ succeeded: 12, logins: 12, refreshes: 0 });
});

import { bearer, createClient, isSdkError, jsonBody, request } from "../../src/index.ts";
import { testClock } from "../test-clock.ts";
import { type FaultServer, startFaultServer } from "./fault-server.ts";
import type { Fault, Outcome } from "./faults.ts";

export interface FaultRun {
  readonly outcome: Outcome;
  /** How long the client waited between its attempts, in milliseconds by the clock that it was given. */
  readonly waitedMs: number;
  /** What a person is told, where there is an error. */
  readonly message: string;
}

/** Calls a server that misbehaves. */
export async function runFault(fault: Fault, method: "GET" | "POST"): Promise<FaultRun> {
  await using server = await startFaultServer(fault.behave);
  return await callServer(server, method);
}

/** Calls a server once with what a client does by default, but for a short time limit and a clock that takes no time. */
export async function callServer({ url, requests }: FaultServer, method: string): Promise<FaultRun> {
  const clock = testClock();
  const client = createClient({ baseUrl: url, auth: bearer("A", "hunter22"), clock, random: () => 1, timeoutMs: 500 });
  const operation = {
    id: "callThing",
    method,
    path: "/things",
    security: [["A"]],
    ...(method === "POST" && { body: jsonBody }),
  };
  const waited = () => clock.sleeps.reduce((sum, ms) => sum + ms, 0);
  try {
    const { status } = await request<{ status: number }>(
      client,
      operation,
      method === "POST" ? { body: { a: 1 } } : {},
    );
    return { outcome: `${requests.length} × ${status}`, waitedMs: waited(), message: "" };
  } catch (error) {
    if (!isSdkError(error)) throw error;
    return {
      outcome: `${requests.length} × ${error.name}`,
      waitedMs: waited(),
      message: error.message.replaceAll(url, "URL"),
    };
  }
}

import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { close, listen } from "../server/listen.ts";
import type { Mock } from "../server/mock.ts";
import { readBody } from "../server/read-request.ts";

/** Lets other processes open and control mocks of this process. */
export interface Control {
  /** Its URL, which contains a secret. */
  readonly url: string;
  close(): Promise<void>;
}

/** The calls that other processes can make. Arguments and results are JSON. */
export interface ControlCalls {
  open(): { url: string };
  next(...planned: Parameters<Mock["next"]>): void;
  requests(): Mock["requests"];
  violations(): Mock["violations"];
  forget(): void;
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** The outcome of a call. */
export type CallOutcome = { result?: unknown } | { error: string };

/**
 * Starts a server through which each test file opens and controls a mock of its own.
 *
 * @param startMock - starts the mock of a test file
 */
export async function startControl(startMock: () => Promise<Mock>): Promise<Control> {
  const mocks = new Map<string, Mock>();
  const secret = randomUUID();
  const server = createServer(async (message, response) => {
    const [, given, id = "", call] = (message.url ?? "").split("/");
    const outcome =
      given === secret ? await perform(mocks, startMock, id, call as keyof ControlCalls, message) : undefined;
    response.writeHead(outcome ? 200 : 404, { "Content-Type": "application/json" }).end(JSON.stringify(outcome ?? {}));
  });
  const url = await listen(server, "127.0.0.1", 0);
  let closed: Promise<unknown> | undefined;
  return {
    url: `${url}/${secret}`,
    async close() {
      closed ??= Promise.all([close(server), ...[...mocks.values()].map((mock) => mock.close())]);
      await closed;
    },
  };
}

async function perform(
  mocks: Map<string, Mock>,
  startMock: () => Promise<Mock>,
  id: string,
  call: keyof ControlCalls,
  message: IncomingMessage,
): Promise<CallOutcome> {
  try {
    const args = JSON.parse((await readBody(message)).toString("utf8"));
    if (call === "open") {
      const mock = await startMock();
      mocks.set(id, mock);
      return { result: { url: mock.url } };
    }
    const mock = mocks.get(id);
    if (!mock) return { error: "The mock server of this test file is closed." };
    if (call === "close") mocks.delete(id);
    const member = mock[call];
    return { result: typeof member === "function" ? await member(...(args as Parameters<Mock["next"]>)) : member };
  } catch (error) {
    // An error fails the test that made the call, not the run.
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

import { statSync } from "node:fs";
import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  SHARE_ENV,
  Worker,
  type WorkerOptions,
} from "node:worker_threads";
import { ConnectionError } from "../errors/connection-error.ts";
import { UsageError } from "../errors/usage-error.ts";
import { noteBlocking } from "./note-blocking.ts";
import type { Outcome } from "./outcome.ts";
import { type BlockingCall, DONE, ENDED, INSIDE, PULSE, STATE, WAITING } from "./protocol.ts";

/** A worker without a pulse for this long counts as dead, in milliseconds. */
const STILL_SECONDS = 15;

interface BlockingWorker {
  readonly shared: Int32Array;
  readonly port: MessagePort;
  readonly worker: Worker;
}

/** The worker of all clients of this thread, started by the first call. It keeps no process alive. */
let current: BlockingWorker | undefined;

/** Makes the worker carry out a call, and blocks this thread until it is done. */
export function callWorker(call: BlockingCall): Outcome {
  if (INSIDE in globalThis)
    throw new UsageError(
      "a blocking call cannot be made in the thread that carries out blocking calls; use the function that returns a promise",
    );
  // The worker may have ended since the last call.
  if (!current || Atomics.compareExchange(current.shared, STATE, DONE, WAITING) === ENDED) current = start();
  const { port } = current;
  try {
    port.postMessage(call);
  } catch (error) {
    throw new UsageError(
      `an argument cannot be passed to the thread that makes blocking calls: ${(error as Error).message}`,
      { operationId: call.name },
    );
  }
  waitForOutcome(current);
  noteBlocking();
  const message = receiveMessageOnPort(port) as { message: Outcome } | undefined;
  if (message) return message.message;
  return fail(current);
}

/** Tells the worker that a client is disposed of, if there is a worker. */
export function endInWorker(call: BlockingCall): void {
  if (current && Atomics.load(current.shared, STATE) !== ENDED) callWorker(call);
}

function start(): BlockingWorker {
  const shared = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
  const { port1, port2 } = new MessageChannel();
  const worker = startThread({
    env: SHARE_ENV,
    execArgv: loaderArguments(process.execArgv),
    transferList: [port2],
    workerData: { shared, port: port2 },
  });
  worker.unref();
  // The waiting thread notices it by the pulse.
  worker.on("error", () => {});
  return { shared, port: port1, worker };
}

/** @throws {UsageError} if a thread is not possible. A missing file emits an event, which a waiting thread cannot receive. */
function startThread(options: WorkerOptions): Worker {
  const file = workerFile();
  if (isMissing(file)) {
    throw new UsageError(
      `the file of the thread for blocking calls is missing: ${file.pathname}; ` +
        "in a bundle, make the package that has the blocking functions external",
    );
  }
  try {
    return new Worker(file, options);
  } catch (error) {
    throw new UsageError(`the thread that makes blocking calls cannot be started: ${(error as Error).message}`);
  }
}

/** Whether the file is missing. Undecided counts as present, as in Deno without the permission to read. */
function isMissing(file: URL): boolean {
  try {
    return !statSync(file, { throwIfNoEntry: false });
  } catch {
    return false;
  }
}

/** The worker's file, beside this module and in the format of this build. */
function workerFile(): URL {
  return new URL(import.meta.url.endsWith(".cjs") ? "./sync-worker.cjs" : "./sync-worker.js", import.meta.url);
}

/** The arguments of Node.js that load modules. A worker refuses some others, such as `--input-type`. */
function loaderArguments(execArgv: readonly string[]): string[] {
  const withValue = /^(--import|--require|-r|--loader|--experimental-loader|--conditions|-C)$/;
  return execArgv.filter((argument, at) => {
    const isValue = at > 0 && withValue.test(execArgv[at - 1] as string);
    return (
      isValue || withValue.test(argument) || /^--(import|require|loader|experimental-loader|conditions)=/.test(argument)
    );
  });
}

function waitForOutcome({ shared }: BlockingWorker): void {
  let pulse = Atomics.load(shared, PULSE);
  let still = 0;
  while (Atomics.wait(shared, STATE, WAITING, 1000) === "timed-out") {
    const now = Atomics.load(shared, PULSE);
    still = now === pulse ? still + 1 : 0;
    pulse = now;
    if (still >= STILL_SECONDS) return;
  }
}

/** Makes the next call start another worker. */
function fail({ worker }: BlockingWorker): never {
  current = undefined;
  void worker.terminate();
  throw new ConnectionError("the thread that makes blocking calls ended before the call was done");
}

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
import type { Outcome } from "./answer.ts";
import { noteBlocking } from "./note-blocking.ts";
import { ANSWERED, type BlockingCall, ENDED, INSIDE, PULSE, STATE, WAITING } from "./protocol.ts";

/** A worker whose pulse has been still for so long is taken for dead. */
const STILL_SECONDS = 15;

interface BlockingWorker {
  readonly shared: Int32Array;
  readonly port: MessagePort;
  readonly worker: Worker;
}

/** One for all clients of this thread, from the first call on. It keeps no process alive. */
let current: BlockingWorker | undefined;

/** Has the worker do a call, and blocks this thread until it is done. */
export function callWorker(call: BlockingCall): Outcome {
  if (INSIDE in globalThis) throw new UsageError("a blocking call cannot be made where blocking calls are carried out");
  // It may have ended since the last call.
  if (!current || Atomics.compareExchange(current.shared, STATE, ANSWERED, WAITING) === ENDED) current = start();
  const { port } = current;
  try {
    port.postMessage(call);
  } catch (error) {
    throw new UsageError(
      `an argument cannot be handed to the thread that makes blocking calls: ${(error as Error).message}`,
      { operationId: call.name },
    );
  }
  waitForAnswer(current);
  noteBlocking();
  const message = receiveMessageOnPort(port) as { message: Outcome } | undefined;
  if (message) return message.message;
  return fail(current);
}

/** Tells the worker that a client is not used any more, if there is a worker that can know it. */
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
  // Told to whoever waits by the pulse.
  worker.on("error", () => {});
  return { shared, port: port1, worker };
}

/** @throws UsageError if there can be no thread; a missing file would be told by an event, which nobody hears who waits */
function startThread(options: WorkerOptions): Worker {
  const file = workerFile();
  if (isMissing(file)) {
    throw new UsageError(
      `blocking calls are carried out by ${file.pathname}, which is not there; ` +
        "a bundle must leave out the package that they are imported from (as external)",
    );
  }
  try {
    return new Worker(file, options);
  } catch (error) {
    throw new UsageError(`the thread that makes blocking calls cannot be started: ${(error as Error).message}`);
  }
}

/** Where files must not be looked at, as in Deno without the permission, nobody knows. */
function isMissing(file: URL): boolean {
  try {
    return !statSync(file, { throwIfNoEntry: false });
  } catch {
    return false;
  }
}

/** Beside this module, in the format of this build. */
function workerFile(): URL {
  return new URL(import.meta.url.endsWith(".cjs") ? "./sync-worker.cjs" : "./sync-worker.js", import.meta.url);
}

/** Those that say how modules are loaded. A worker refuses some of the others, such as `--input-type`. */
function loaderArguments(execArgv: readonly string[]): string[] {
  const withValue = /^(--import|--require|-r|--loader|--experimental-loader|--conditions|-C)$/;
  return execArgv.filter((argument, at) => {
    const isValue = at > 0 && withValue.test(execArgv[at - 1] as string);
    return (
      isValue || withValue.test(argument) || /^--(import|require|loader|experimental-loader|conditions)=/.test(argument)
    );
  });
}

function waitForAnswer({ shared }: BlockingWorker): void {
  let pulse = Atomics.load(shared, PULSE);
  let still = 0;
  while (Atomics.wait(shared, STATE, WAITING, 1000) === "timed-out") {
    const now = Atomics.load(shared, PULSE);
    still = now === pulse ? still + 1 : 0;
    pulse = now;
    if (still >= STILL_SECONDS) return;
  }
}

/** The next call starts another worker. */
function fail({ worker }: BlockingWorker): never {
  current = undefined;
  void worker.terminate();
  throw new ConnectionError("the thread that makes blocking calls has ended before it answered");
}

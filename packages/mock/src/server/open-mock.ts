import { type Contract, createContract } from "../contract/contract.ts";
import { loadOperations } from "../contract/load-operations.ts";
import { MockError } from "../mock-error.ts";
import type { Mock, MockOptions } from "../start-mock.ts";
import type { Backend } from "./backend.ts";
import { createHttpServer } from "./http-server.ts";
import { close, listen } from "./listen.ts";
import { createPlannedAnswers } from "./planned-answers.ts";
import { createRecording } from "./recording.ts";
import type { Mocked } from "./reply.ts";

/** Starts a mock; see `startMock`. */
export async function openMock(options: MockOptions): Promise<Mock> {
  const { description, host = "127.0.0.1", port = 0, dynamic = false, seed, onRequest } = options;
  const load = async () => createContract(await loadOperations(description));
  const recording = createRecording();
  const planned = createPlannedAnswers(() => mocked.contract);
  const contract = await load();
  const backend = await openBackend(options, contract);
  const mocked: Mocked = {
    contract,
    backend,
    defaults: { dynamic, ...(seed && { seed }) },
    planned,
    keep: recording.keep,
    onRequest,
  };
  const server = createHttpServer(mocked);
  const url = await listen(server, host, port).catch(async (error: unknown) => {
    await backend?.close();
    throw error;
  });
  const forget = (): void => {
    recording.clear();
    planned.clear();
  };
  let closed: Promise<void> | undefined;
  const closeOnce = (): Promise<void> => {
    closed ??= close(server).then(() => backend?.close());
    return closed;
  };
  return {
    url,
    get operationCount() {
      return mocked.contract.operations.length;
    },
    get requests() {
      return recording.requests;
    },
    get violations() {
      return recording.violations();
    },
    expectNoViolations: () => recording.expectNoViolations(),
    next: (operationId, answer) => planned.add(operationId, answer),
    async reload() {
      mocked.contract = await load();
    },
    forget,
    async reset() {
      forget();
      await backend?.reset();
    },
    close: closeOnce,
    [Symbol.asyncDispose]: closeOnce,
  };
}

/** What answers instead of the examples. SQLite is loaded only when it is asked for. */
async function openBackend(
  { stateful = false, dynamic = false }: MockOptions,
  contract: Contract,
): Promise<Backend | undefined> {
  if (!stateful) return undefined;
  if (dynamic)
    throw new MockError("option-refused", "A mock with state has no random answers. Leave out one of the two.");
  const { createKeyNest } = await import("../stateful/create-keynest.ts");
  return createKeyNest(contract.operations, stateful === true ? {} : stateful);
}

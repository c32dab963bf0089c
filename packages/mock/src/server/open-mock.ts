import { type Contract, createContract } from "../contract/contract.ts";
import { loadOperations } from "../contract/load-operations.ts";
import { MockError } from "../mock-error.ts";
import { backendOperation } from "./ask-backend.ts";
import type { Backend } from "./backend.ts";
import { createHttpServer } from "./http-server.ts";
import { close, listen } from "./listen.ts";
import type { Mock, MockServerOptions } from "./mock.ts";
import { createPlannedResponses } from "./planned-responses.ts";
import { createRecording } from "./recording.ts";
import type { ResponseSources } from "./respond.ts";

/**
 * Starts a mock server of any API.
 *
 * @returns the server, listening
 * @throws {MockError} if the description cannot be read, the backend cannot be created or the address is not available
 */
export async function openMock(options: MockServerOptions): Promise<Mock> {
  const { description, host = "127.0.0.1", port = 0, dynamic = false, seed, onRequest } = options;
  const load = async () => createContract(await loadOperations(description));
  const recording = createRecording();
  const planned = createPlannedResponses(() => sources.contract);
  const contract = await load();
  const backend = await openBackend(options, contract);
  const sources: ResponseSources = {
    contract,
    backend,
    defaults: { dynamic, ...(seed && { seed }) },
    planned,
    keep: recording.keep,
    onRequest,
  };
  const server = createHttpServer(sources);
  const url = await listen(server, host, port).catch(async (error: unknown) => {
    await backend?.close?.();
    throw error;
  });
  const forget = (): void => {
    recording.clear();
    planned.clear();
  };
  let closed: Promise<void> | undefined;
  const closeOnce = (): Promise<void> => {
    closed ??= close(server).then(() => backend?.close?.());
    return closed;
  };
  return {
    url,
    get operationCount() {
      return sources.contract.operations.length;
    },
    get requests() {
      return recording.requests;
    },
    get violations() {
      return recording.violations();
    },
    expectNoViolations: () => recording.expectNoViolations(),
    next: (operationId, response) => planned.add(operationId, response),
    async reload() {
      sources.contract = await load();
    },
    forget,
    async reset() {
      forget();
      await backend?.reset?.();
    },
    close: closeOnce,
    [Symbol.asyncDispose]: closeOnce,
  };
}

async function openBackend(
  { backend: create, dynamic = false }: MockServerOptions,
  { operations }: Contract,
): Promise<Backend | undefined> {
  if (!create) return undefined;
  if (dynamic)
    throw new MockError("option-refused", "A mock with state has no random responses. Leave out one of the two.");
  return create(operations.map(backendOperation));
}

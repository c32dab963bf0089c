import { vi } from "vitest";

// Starting a thread for each description takes longer than its types do. The command's own tests have the thread.
vi.mock("../../src/types/index.ts", async () => {
  const { printOpenApiTypes } = await import("../../src/types/openapi-types.ts");
  class TypesWorker implements Disposable {
    async print(document: Parameters<typeof printOpenApiTypes>[0]): Promise<string> {
      return printOpenApiTypes(structuredClone(document));
    }

    [Symbol.dispose](): void {}
  }
  return { TypesWorker };
});

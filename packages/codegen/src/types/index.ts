import { Worker } from "node:worker_threads";
import type { OpenApiDocument } from "../description/openapi.ts";

/** openapi-typescript in a thread of its own, which loads while the description is read. */
export class TypesWorker implements Disposable {
  readonly #worker: Worker;

  constructor() {
    // Built, the worker is a file beside this one; in the sources, a folder beside it.
    const file = import.meta.url.endsWith(".ts") ? "./worker.ts" : "./types-worker.js";
    // As in bin/keynest-codegen.js: less memory, no more time.
    const resourceLimits = { maxYoungGenerationSizeMb: 4 };
    this.#worker = new Worker(new URL(file, import.meta.url), { resourceLimits, stdout: true, stderr: true });
    this.#worker.unref();
  }

  /** Resolves to the text of the openapi module; rejects when openapi-typescript cannot print the document. */
  print(document: OpenApiDocument): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#worker.ref();
      this.#worker.once("message", resolve);
      this.#worker.once("error", reject);
      this.#worker.once("exit", () => reject(new Error("the thread ended early")));
      this.#worker.postMessage(document);
    });
  }

  [Symbol.dispose](): void {
    void this.#worker.terminate();
  }
}

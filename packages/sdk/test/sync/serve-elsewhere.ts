import { Worker } from "node:worker_threads";

/** A server in a thread of its own; `answer` is the code of a function of request and response. */
export async function serveElsewhere(answer: string): Promise<{ url: string } & Disposable> {
  const code = `const { createServer } = require("node:http");
    const { parentPort } = require("node:worker_threads");
    let count = 0;
    const server = createServer(async (request, response) => {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      const body = Buffer.concat(chunks);
      count++;
      ${answer}
    });
    server.listen(0, "127.0.0.1", () => parentPort.postMessage(server.address().port));`;
  const worker = new Worker(code, { eval: true });
  const port = await new Promise((resolve) => worker.once("message", resolve));
  return { url: `http://127.0.0.1:${port}`, [Symbol.dispose]: () => void worker.terminate() };
}

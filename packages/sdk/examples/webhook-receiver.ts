import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { isWebhookVerificationError, unwrapWebhook } from "@keynest/sdk/webhooks";

const MAX_BODY_BYTES: number = 2 ** 20;

const server = createServer(async (request, response) => {
  const body = await readBody(request);
  if (!body) return response.writeHead(413, { Connection: "close" }).end();
  try {
    const event = unwrapWebhook(body, request.headers, process.env.WEBHOOK_SECRET ?? "");
    // Other events than these may come at any time.
    if (event.event === "variable.created") console.log("New variable:", event.data.variable.key);
    response.writeHead(204).end();
  } catch (error) {
    if (!isWebhookVerificationError(error)) throw error;
    response.writeHead(400).end(error.message);
  }
});

server.listen(Number(process.env.PORT ?? 3000));
await once(server, "listening");
console.log(`Listening on port ${(server.address() as AddressInfo).port}`);

/** The signature is that of the raw bytes. Returns undefined when there are too many of them. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

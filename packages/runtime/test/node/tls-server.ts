import { once } from "node:events";
import { createServer, type ServerOptions } from "node:https";
import type { AddressInfo } from "node:net";
import type { TLSSocket } from "node:tls";
import { onTestFinished } from "vitest";

/** Answers with the path and the name in the client's certificate; lives as long as the test. */
export async function serveTls(options: ServerOptions): Promise<{ url: string; connections: () => number }> {
  let connections = 0;
  const server = createServer(options, (request, response) => {
    const { subject } = (request.socket as TLSSocket).getPeerCertificate();
    request.resume();
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ url: request.url, client: subject?.CN, headers: request.headers }));
  });
  server.on("secureConnection", () => connections++);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, connections: () => connections };
}

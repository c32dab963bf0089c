import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { runNode } from "./run-node.js";

/**
 * A server that keeps idle connections until a GET comes, as if its keep-alive timeout had passed, and answers the GET
 * once they are closed: a call that blocks lasts for longer than the connections do.
 */
async function startServer() {
  const open = new Set<Socket>();
  const posts: number[] = [];
  const server = createServer(async (request, response) => {
    const reply = (body: object) =>
      response
        .writeHead(200, { "content-type": "application/json", connection: "keep-alive" })
        .end(JSON.stringify(body));
    if (request.method === "POST") {
      posts.push(request.socket.remotePort ?? 0);
      return reply({ token: `token ${posts.length}`, user: {} });
    }
    if (request.httpVersion === "1.1") {
      const others = [...open].filter((socket) => socket !== request.socket);
      server.closeIdleConnections();
      await Promise.all(others.map((socket) => once(socket, "close")));
    }
    return reply({ status: "healthy" });
  });
  server.on("connection", (socket: Socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, posts };
}

// Newer Node.js looks at an idle connection before it sends, but not within the phase in which it reads.
test.for([
  { TRANSPORT: "fetch", BUILDS: "one", FROM: "a timer" },
  { TRANSPORT: "fetch", BUILDS: "one", FROM: "an I/O callback" },
  { TRANSPORT: "fetch", BUILDS: "mixed", FROM: "an I/O callback" },
  { TRANSPORT: "nodeFetch", BUILDS: "one", FROM: "an I/O callback" },
])("a POST does not use a connection that was closed under a blocking call: %o", async (env) => {
  const { url, posts } = await startServer();
  const args = ["sync/stale-connections.mjs"];
  const printed = await runNode({ args, cwd: import.meta.dirname, env: { API_URL: url, ...env } });
  expect(printed).toBe("token 2\n");
  expect(new Set(posts).size).toBe(2);
});

import { once } from "node:events";
import { createServer, type IncomingMessage, request } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, connect, type Socket } from "node:net";
import { onTestFinished } from "vitest";
import type { Identity } from "./certificates.ts";

interface ProxyBehaviour {
  /** What `Proxy-Authorization` must be. */
  readonly authorization?: string;
  /** The answer to everything; 0 closes the connection instead, -1 never comes. */
  readonly status?: number;
  /** Closes each tunnel as soon as it stands. */
  readonly closesTunnels?: boolean;
  /** Makes it a proxy with an `https` URL. */
  readonly identity?: Identity;
}

export interface TestProxy {
  readonly url: string;
  readonly host: string;
  /** `CONNECT host:port` for tunnels, `GET http://…` for what it passes on. */
  readonly seen: string[];
  /** Everything that came in, tunnels included. */
  readonly bytes: () => string;
  /** Connections that are open, to it and from it. */
  readonly open: () => number;
}

/** A proxy on loopback that makes tunnels for https, passes http on, and lives as long as the test. */
export async function startProxy(options: ProxyBehaviour = {}): Promise<TestProxy> {
  const seen: string[] = [];
  const chunks: Buffer[] = [];
  const sockets = new Set<Socket>();
  const refusal = ({ headers, method, url }: IncomingMessage): number | undefined => {
    seen.push(`${method} ${url}`);
    if (options.authorization && headers["proxy-authorization"] !== options.authorization) return 407;
    return options.status;
  };
  const server = options.identity ? createTlsServer(options.identity) : createServer();
  server.on("request", (incoming, response) => {
    const status = refusal(incoming);
    if (status) return void response.writeHead(status).end();
    const { "proxy-authorization": _, ...headers } = incoming.headers;
    const onward = request(incoming.url as string, { method: incoming.method, headers }, (answer) => {
      response.writeHead(answer.statusCode as number, answer.headers);
      answer.pipe(response);
    });
    incoming.pipe(onward);
  });
  server.on("connect", (incoming: IncomingMessage, socket: Socket) => {
    const status = refusal(incoming);
    if (status === -1) return void socket.resume().on("end", () => socket.destroy());
    if (status === 0) return void socket.destroy();
    if (options.closesTunnels) return void socket.end("HTTP/1.1 200 OK\r\n\r\n");
    if (status) return void socket.end(`HTTP/1.1 ${status} No\r\n\r\n`);
    const { hostname, port } = new URL(`http://${incoming.url}`);
    const onward = connect(Number(port), hostname, () => socket.write("HTTP/1.1 200 OK\r\n\r\n"));
    sockets.add(onward);
    onward.pipe(socket).pipe(onward);
    for (const one of [onward, socket]) one.on("error", () => socket.destroy());
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    for (const one of sockets) one.destroy();
    server.close();
  });
  // By name, for TLS knows no names of servers that are addresses.
  const host = `${options.identity ? "localhost" : "127.0.0.1"}:${(server.address() as AddressInfo).port}`;
  return {
    url: `${options.identity ? "https" : "http"}://${host}`,
    host,
    seen,
    open: () => sockets.size,
    bytes: () => Buffer.concat(chunks).toString("latin1"),
  };
}

import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";

/** What a server does once it has read a request: the `nth` of all that it got. */
export type Behaviour = (socket: Socket, nth: number, request: string, url: string) => void;

export interface FaultServer extends AsyncDisposable {
  readonly url: string;
  /** The requests that came whole, as they were written. */
  readonly requests: string[];
}

/** A server on loopback, made of plain sockets, so that it can break every rule of HTTP. */
export async function startFaultServer(behave: Behaviour): Promise<FaultServer> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    let read = "";
    socket.on("data", (chunk) => {
      read += chunk;
      const end = read.indexOf("\r\n\r\n");
      const length = Number(/^content-length: (\d+)/im.exec(read)?.[1] ?? 0);
      if (end < 0 || read.length < end + 4 + length) return;
      requests.push(read);
      const request = read;
      read = "";
      behave(socket, requests.length, request, url);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    requests,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

/** Writes an answer, as a server should. */
export function answer(socket: Socket, status: number, body = "", headers: Record<string, string> = {}): void {
  const all = { "content-type": "application/json", "content-length": `${body.length}`, ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`HTTP/1.1 ${status} Whatever\r\n${lines.join("")}\r\n${body}`);
}

import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { MockError } from "../mock-error.ts";

/**
 * Makes a server listen.
 *
 * @returns its URL, without a trailing slash
 * @throws {MockError} if it cannot listen there
 */
export async function listen(server: Server, host: string, port: number): Promise<string> {
  // Node would listen on every address of the machine, which an empty variable of a script never means.
  if (!host) throw new MockError("cannot-listen", `Cannot listen on port ${port}: the host is empty.`);
  try {
    // A number, because Node takes any other text as the path of a socket.
    server.listen(Number(port), host);
    await once(server, "listening");
  } catch (cause) {
    throw listenError(cause as NodeJS.ErrnoException, host, port);
  }
  return `http://${hostForUrl(host)}:${(server.address() as AddressInfo).port}`;
}

/** Closes a server and every connection to it, even those that clients keep alive. */
export async function close(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}

function hostForUrl(host: string): string {
  // A server listens on every address, but a URL names one.
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}

function listenError(cause: NodeJS.ErrnoException, host: string, port: number): MockError {
  if (cause.code === "EADDRINUSE") {
    return new MockError("port-taken", `Port ${port} of ${host} is taken by another program.`, { cause });
  }
  return new MockError("cannot-listen", `Cannot listen on port ${port} of ${host}: ${cause.message}`, { cause });
}

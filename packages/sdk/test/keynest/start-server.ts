import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import KeyNest from "@keynest/sdk";
import { onTestFinished } from "vitest";
import { jwtFor, password } from "./record.ts";

export interface Rules {
  /** Status of the answers to logins. */
  login?: number;
  /** Status of the answers to logouts. */
  logout?: number;
}

export interface LoginServer {
  /** A client of the server, without credentials. */
  readonly client: KeyNest;
  /** Method and path of each request. */
  readonly log: readonly string[];
  /** The tokens that the server takes. */
  readonly valid: Set<string>;
}

/** A server that gives out tokens, takes only them, and forgets those that are logged out. */
export async function startServer({ login = 200, logout = 200 }: Rules = {}): Promise<LoginServer> {
  const valid = new Set<string>();
  const log: string[] = [];
  let count = 0;
  const server = createServer(async (request, response) => {
    const body = JSON.parse((await readText(request)) || "{}");
    const { url = "", method = "", headers } = request;
    const reply = (status: number, value: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    log.push(`${method} ${url}`);
    const [, secret = ""] = (headers.authorization ?? "").split(" ");
    if (url === "/authentication/new/" || url === "/api/auth/login/") {
      if (body.password !== password || login !== 200) return reply(login === 200 ? 401 : login, { detail: "No." });
      const isPair = url === "/authentication/new/";
      const access = isPair ? jwtFor(`${body.username}${++count}`) : `token-${++count}-of-the-user`;
      valid.add(access);
      if (!isPair) return reply(200, { token: access, user: {} });
      valid.add(`refresh-of-${access}`);
      return reply(200, { access, refresh: `refresh-of-${access}` });
    }
    if (url === "/authentication/blacklist/") {
      if (logout === 200) valid.delete(body.refresh);
      return reply(logout, {});
    }
    if (!valid.has(secret)) return reply(401, { detail: "Not logged in." });
    if (url !== "/api/auth/logout/") return reply(200, { count: 0, next: null, previous: null, results: [] });
    if (logout === 200) valid.delete(secret);
    return reply(logout, { message: "Bye." });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { client: new KeyNest({ baseUrl, maxRetries: 0 }), log, valid };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

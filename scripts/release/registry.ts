import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { runServer } from "verdaccio";

/** A registry of our packages on loopback. */
export interface Registry extends AsyncDisposable {
  /** URL, with a slash at the end. */
  readonly url: string;
  /** Lines for an `.npmrc`: packages of our scope come from this registry, others from the machine's registry. */
  readonly npmrc: string;
  close(): Promise<void>;
}

/**
 * Starts Verdaccio in this process, on a free port of 127.0.0.1. It serves only our scope, without an upstream registry.
 *
 * @param storage - folder for packages and log; need not exist, and the caller removes it
 */
export async function startRegistry(storage: string): Promise<Registry> {
  mkdirSync(storage, { recursive: true });
  // A unique path, because npm caches by URL, and the port may be reused.
  const prefix = `/${randomUUID()}`;
  const verdaccio: Server = await runServer({
    ...{ self_path: storage, configPath: storage, storage, url_prefix: prefix },
    auth: {},
    log: { type: "file", path: join(storage, "verdaccio.log"), format: "json", level: "warn" },
    max_body_size: "50mb",
    packages: { "@keynest/*": { access: "$all", publish: "$all" } },
    uplinks: {},
    web: { enable: false },
  } as unknown as string);
  // Verdaccio expects a proxy that removes the prefix.
  const server = createServer((request, response) => {
    if (!request.url?.startsWith(`${prefix}/`)) return void response.writeHead(404).end();
    request.url = request.url.slice(prefix.length);
    verdaccio.emit("request", request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}${prefix}/`;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return {
    url: `http://${address}`,
    // Clients need a token to publish; any token is valid here.
    npmrc: `@keynest:registry=http://${address}\n//${address}:_authToken=local\n`,
    close,
    [Symbol.asyncDispose]: close,
  };
}

import { createServer } from "node:http";
import { setImmediate } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Client, createClient, encodeMultipart, encodeRaw, isUsageError } from "../../src/index.ts";
import { type NodeFetchOptions, nodeFetch } from "../../src/node/index.ts";
import { detailed, operation, plain, rejection } from "../call.ts";
import { type Reply, serve } from "../server.ts";

function clientOf(baseUrl: string, options: NodeFetchOptions = {}): Client {
  return createClient({ baseUrl, fetch: nodeFetch({ proxy: false, ...options }) });
}

describe("a response", () => {
  test("has the class of the platform", async () => {
    const { url } = await serve({ body: { a: 1 }, headers: { "x-request-id": "7" } });
    await using client = clientOf(url);
    const { response, data } = await detailed(client, operation());
    expect(data).toEqual({ a: 1 });
    expect(response).toBeInstanceOf(Response);
    expect(response.headers).toBeInstanceOf(Headers);
    expect([response.url, response.status, response.headers.get("x-request-id")]).toEqual([`${url}/things/`, 200, "7"]);
  });

  test.for([204, 304, 404, 999])("keeps the status %s", async (status) => {
    const { url } = await serve({ status });
    await using client = clientOf(url);
    expect(await detailed(client, operation())).toMatchObject({ status, ok: status === 204 });
  });

  test("keeps a reason phrase in any script", async () => {
    const { url } = await serve((_, response) => {
      response.socket?.end("HTTP/1.1 404 Не найдено\r\ncontent-length: 0\r\n\r\n");
      return undefined;
    });
    await using client = clientOf(url);
    expect((await rejection(plain(client, operation()))).message).toBe("getThing: 404 Не найдено");
  });

  test("keeps cookies apart", async () => {
    const { url } = await serve((_, response) => {
      response.setHeader("set-cookie", ["a=1", "b=2"]);
      return {};
    });
    await using fetch = nodeFetch({ proxy: false });
    const response = await fetch(url, {});
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  });

  test("can be read after garbage has been collected", async () => {
    const { url } = await serve({ body: "x".repeat(300_000) });
    await using fetch = nodeFetch({ proxy: false });
    const response = await fetch(url, {});
    const { setFlagsFromString } = await import("node:v8");
    const { runInNewContext } = await import("node:vm");
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    for (let nth = 0; nth < 5; nth++) {
      collect();
      await setImmediate();
    }
    expect((await response.text()).length).toBe(300_000);
  });

  test("is redirected by the rules of the runtime", async () => {
    const { url } = await serve(
      (received): Reply =>
        received.url === "/things/"
          ? { status: 307, headers: { location: "/there/" } }
          : { body: { path: received.url } },
    );
    await using client = clientOf(url);
    expect(await plain(client, operation({ method: "POST" }))).toEqual({ path: "/there/" });
    const away = await serve({ status: 302, headers: { location: "https://example.com/" } });
    await using other = clientOf(away.url);
    expect(await rejection(plain(other, operation()))).toMatchObject({ name: "RedirectError", status: 302 });
  });
});

describe("a body", () => {
  test("of a form is sent with its files", async () => {
    const { url } = await serve();
    await using client = clientOf(url);
    const upload = operation({ method: "POST", body: { type: "multipart/form-data", encode: encodeMultipart } });
    const file = new File(["KEY=väl"], "production.env", { type: "text/plain" });
    const { body, headers } = await plain(client, upload, { body: { file, overwrite: true } });
    expect(headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    expect(Number(headers["content-length"])).toBe(Buffer.byteLength(body));
    expect(body).toContain('name="file"; filename="production.env"\r\nContent-Type: text/plain\r\n\r\nKEY=väl\r\n');
    expect(body).toContain('name="overwrite"\r\n\r\ntrue\r\n');
  });

  const bytes = new TextEncoder().encode("bytes");
  const bodies: [string, () => unknown][] = [
    ["text", () => "bytes"],
    ["bytes", () => bytes],
    ["a buffer", () => bytes.buffer],
    ["a blob", () => new Blob([bytes])],
    ["a stream", () => new Blob([bytes]).stream()],
  ];
  test.for(bodies)("may be %s", async ([, make]) => {
    const { url } = await serve();
    await using client = clientOf(url);
    const upload = operation({ method: "PUT", body: { type: "application/octet-stream", encode: encodeRaw } });
    expect(await plain(client, upload, { body: make() })).toMatchObject({ body: "bytes" });
  });
});

describe("connections", () => {
  async function counting(): Promise<{ url: string; connections: () => number; open: () => number }> {
    let [connections, open] = [0, 0];
    const server = createServer((_, response) => response.end("{}"));
    server.on("connection", (socket) => {
      connections++;
      open++;
      socket.on("close", () => open--);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const { port } = server.address() as { port: number };
    return { url: `http://127.0.0.1:${port}`, connections: () => connections, open: () => open };
  }

  test("are used again", async () => {
    const { url, connections } = await counting();
    await using client = clientOf(url);
    for (let nth = 0; nth < 20; nth++) await plain(client, operation());
    // undici frees a connection a moment after the answer, so that a second one may serve the next call.
    expect(connections()).toBeLessThanOrEqual(2);
  });

  test("are not more than allowed", async () => {
    const { url, connections } = await counting();
    await using client = clientOf(url, { maxConnections: 2 });
    await Promise.all(Array.from({ length: 20 }, () => plain(client, operation())));
    expect(connections()).toBe(2);
  });

  test("end with the client, which then refuses calls", async () => {
    const { url, open } = await counting();
    const client = clientOf(url);
    await plain(client, operation());
    expect(open()).toBe(1);
    await client[Symbol.asyncDispose]();
    await client[Symbol.asyncDispose]();
    await expect.poll(open).toBe(0);
    const error = await rejection(plain(client, operation(), {}, { maxRetries: 2 }));
    expect([isUsageError(error), error.message]).toEqual([true, "the client has been disposed of; make another one"]);
  });

  test.for(["a hook", "a redirect"])("are not held by a response that is not read because of %s", async (why) => {
    const headers = { location: "https://example.com/" };
    const { url } = await serve({ status: why === "a hook" ? 200 : 302, headers, body: "x".repeat(5_000_000) });
    const fetch = nodeFetch({ proxy: false });
    const hooks = {
      response: () => {
        if (why === "a hook") throw new Error("not this one");
      },
    };
    const client = createClient({ baseUrl: url, fetch, hooks });
    await rejection(plain(client, operation()));
    await client[Symbol.asyncDispose]();
  });

  test("let calls in flight end", async () => {
    const gate = signal();
    const arrived = signal();
    const { url } = await serve((_, response) => {
      arrived.resolve();
      void gate.promise.then(() => response.end("{}"));
      return undefined;
    });
    const client = clientOf(url);
    const call = plain(client, operation());
    await arrived.promise;
    const closed = client[Symbol.asyncDispose]();
    gate.resolve();
    expect(await call).toEqual({});
    await closed;
  });

  test.for([{ maxConnections: 0 }, { keepAliveTimeoutMs: -1 }, { connectTimeoutMs: Number.NaN }])(
    "take whole numbers: %j",
    (options) => {
      expect(() => nodeFetch(options)).toThrow(`${Object.keys(options)[0]} must be a whole number above 0`);
    },
  );
});

describe("an abort", () => {
  test.for(["before a response", "in the middle of a body"])("%s ends the call with its reason", async (when) => {
    const arrived = signal();
    const left = signal();
    const { url } = await serve((_, response) => {
      if (when !== "before a response") response.write("[1,");
      response.on("close", () => left.resolve());
      arrived.resolve();
      return undefined;
    });
    await using client = clientOf(url);
    const controller = new AbortController();
    const call = rejection(plain(client, operation(), {}, { signal: controller.signal }));
    await arrived.promise;
    const reason = new Error("enough");
    controller.abort(reason);
    expect(await call).toBe(reason);
    await left.promise;
  });

  test("comes from the time limit too", async () => {
    const { url } = await serve(() => undefined);
    await using client = clientOf(url);
    expect(await rejection(plain(client, operation(), {}, { timeoutMs: 50 }))).toMatchObject({ name: "TimeoutError" });
  });
});

function signal(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

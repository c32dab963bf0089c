import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { type Client, createClient, isDecodeError, isNotFoundError } from "../src/index.ts";
import { detailed, operation, plain, rejection } from "./call.ts";
import { serve } from "./server.ts";

const LIMIT = 1_000;
/** JSON of so many bytes, in characters of two. */
const json = (bytes: number) => JSON.stringify("ü".repeat(bytes / 2 - 1));

interface Sent {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** Whether it is sent without its length. */
  readonly isChunked?: boolean;
}

/** A client, limited to 1,000 bytes, of a server that answers with a body. */
async function clientOf(text: string | Buffer, { status = 200, headers = {}, isChunked }: Sent = {}): Promise<Client> {
  const body = Buffer.from(text);
  const { url } = await serve((_, response) => {
    response.writeHead(status, { ...(isChunked ? {} : { "content-length": `${body.length}` }), ...headers });
    response.end(body);
    return undefined;
  });
  return createClient({ baseUrl: url, maxResponseBytes: LIMIT });
}

it.each([true, false])("reads a body that is as long as the limit (chunked: %s)", async (isChunked) => {
  const client = await clientOf(json(LIMIT), { isChunked });
  expect(await plain(client, operation())).toBe(JSON.parse(json(LIMIT)));
});

it.each([true, false])("refuses a body that is longer, and says by which option (chunked: %s)", async (isChunked) => {
  const error = await rejection(plain(await clientOf(json(LIMIT + 2), { isChunked }), operation()));
  expect(isDecodeError(error)).toBe(true);
  expect(error).toMatchObject({ status: 200, operationId: "getThing", text: undefined });
  expect(error.message).toBe("getThing: responded 200 with more than maxResponseBytes (1000)");
});

it("refuses a compressed body by its size after decompression", async () => {
  const bomb = gzipSync(json(1_000_000));
  expect(bomb.length).toBeGreaterThan(LIMIT);
  for (const isChunked of [true, false]) {
    const client = await clientOf(bomb, { isChunked, headers: { "content-encoding": "gzip" } });
    const limited = plain(client, operation(), {}, { maxResponseBytes: 2 * bomb.length });
    expect(isDecodeError(await rejection(limited))).toBe(true);
  }
});

it("refuses a body by its Content-Length without waiting for it", async () => {
  const { url } = await serve((_, response) => {
    response.writeHead(200, { "content-length": `${LIMIT + 1}` }).flushHeaders();
    return undefined;
  });
  const client = createClient({ baseUrl: url, maxResponseBytes: LIMIT });
  expect(isDecodeError(await rejection(plain(client, operation())))).toBe(true);
});

it("cancels the rest of a body that does not end", async () => {
  let canceled: () => void = () => {};
  const ended = new Promise<void>((resolve) => {
    canceled = resolve;
  });
  let pulls = 0;
  const endless = () => {
    const pull = (controller: ReadableStreamDefaultController) => {
      pulls++;
      controller.enqueue(new Uint8Array(LIMIT / 10));
    };
    return new Response(new ReadableStream({ pull, cancel: canceled }));
  };
  const client = createClient({ baseUrl: "http://h", fetch: async () => endless(), maxResponseBytes: LIMIT });
  expect(isDecodeError(await rejection(plain(client, operation())))).toBe(true);
  await ended;
  expect(pulls).toBeLessThan(20);
});

it.each(["application/json", "image/png"])("keeps an error status, without its body of %s", async (type) => {
  for (const isChunked of [true, false]) {
    const client = await clientOf(json(LIMIT + 2), { status: 404, isChunked, headers: { "content-type": type } });
    const error = await rejection(plain(client, operation({ accept: "application/json, image/png" })));
    expect(isNotFoundError(error)).toBe(true);
    expect(error).toMatchObject({ status: 404, body: undefined });
    const result = await detailed(client, operation());
    expect(result).toMatchObject({ ok: false, status: 404 });
  }
});

it("keeps the body of an error status that is a file", async () => {
  const client = await clientOf("bytes", { status: 404, headers: { "content-type": "image/png" } });
  const { error } = await detailed(client, operation({ accept: "application/json, image/png" }));
  expect((error as Blob).type).toBe("image/png");
  expect(await (error as Blob).text()).toBe("bytes");
});

it("does not limit files", async () => {
  const client = await clientOf(Buffer.alloc(2 * LIMIT), { headers: { "content-type": "application/octet-stream" } });
  const { data } = await detailed(client, operation({ accept: "application/octet-stream" }));
  expect((data as Blob).size).toBe(2 * LIMIT);
});

it("counts text of other types too", async () => {
  const client = await clientOf("x".repeat(LIMIT + 1), { headers: { "content-type": "text/plain" } });
  expect(isDecodeError(await rejection(plain(client, operation({ accept: "text/plain" }))))).toBe(true);
});

it.each([0, Number.POSITIVE_INFINITY, LIMIT + 2])("is replaced by that of the call: %s", async (maxResponseBytes) => {
  const client = await clientOf(json(LIMIT + 2));
  expect(await plain(client, operation(), {}, { maxResponseBytes })).toBe(JSON.parse(json(LIMIT + 2)));
});

it("is 100 MiB by default", async () => {
  const { url } = await serve((_, response) => {
    response.writeHead(200, { "content-length": `${100 * 2 ** 20 + 1}` }).flushHeaders();
    return undefined;
  });
  const error = await rejection(plain(createClient({ baseUrl: url }), operation()));
  expect(error.message).toBe("getThing: responded 200 with more than maxResponseBytes (104857600)");
});

it.each([-1, Number.NaN])("must be 0 or more, and not %s", (maxResponseBytes) => {
  expect(() => createClient({ baseUrl: "http://h", maxResponseBytes })).toThrow("maxResponseBytes must be 0 or more");
});

it("does not apply to HEAD, whose Content-Length is that of another response", async () => {
  const client = await clientOf("", { headers: { "content-length": `${LIMIT + 1}` } });
  expect((await detailed(client, operation({ method: "HEAD" }))).status).toBe(200);
});

it("reads text that is split within a character, and drops a byte order mark", async () => {
  const bytes = new TextEncoder().encode('\u{FEFF}"aü€😀"');
  const pieces = () =>
    new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
  const client = createClient({ baseUrl: "http://h", fetch: async () => new Response(pieces()) });
  expect(await plain(client, operation())).toBe("aü€😀");
});

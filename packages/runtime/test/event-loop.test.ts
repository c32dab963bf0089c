import { describe, expect, it } from "vitest";
import { createClient } from "../src/index.ts";
import { noteBlocking } from "../src/sync/note-blocking.ts";
import { operation, plain } from "./call.ts";

/** What happened in which order: requests, and the starts of the event loop's check phases. */
async function orderOf(before: () => void): Promise<string[]> {
  const order: string[] = [];
  const fetch = async () => {
    order.push("request");
    return Response.json({});
  };
  const client = createClient({ baseUrl: "http://127.0.0.1:9", fetch });
  before();
  const call = plain(client, operation());
  for (const name of ["check", "check after a poll"]) {
    await new Promise(setImmediate);
    order.push(name);
  }
  await call;
  return order;
}

describe("a request", () => {
  it("is sent at once where nothing has blocked the event loop", async () => {
    expect(await orderOf(() => {})).toEqual(["request", "check", "check after a poll"]);
  });

  it("waits for a poll of the event loop after a blocking call, and those after it do not", async () => {
    expect(await orderOf(noteBlocking)).toEqual(["check", "request", "check after a poll"]);
    expect(await orderOf(() => {})).toEqual(["request", "check", "check after a poll"]);
  });

  it("waits for a poll after the last of several blocking calls", async () => {
    const twice = () => {
      noteBlocking();
      setImmediate(noteBlocking);
    };
    expect(await orderOf(twice)).toEqual(["check", "check after a poll", "request"]);
  });

  it("can be given up while it waits", async () => {
    noteBlocking();
    const controller = new AbortController();
    const client = createClient({ baseUrl: "http://127.0.0.1:9" });
    const call = plain(client, operation(), {}, { signal: controller.signal });
    queueMicrotask(() => controller.abort("enough"));
    await expect(call).rejects.toBe("enough");
  });
});

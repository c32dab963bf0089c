import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import * as exported from "../src/index.ts";
import { createClient, isApiError, isSdkError, type RateLimitError } from "../src/index.ts";
import { operation, plain, rejection } from "./call.ts";
import { type Reply, serve } from "./server.ts";

async function failure(reply: Reply, details: object = {}): Promise<Error & Record<string, unknown>> {
  const { url } = await serve(reply);
  return rejection(plain(createClient({ baseUrl: url }), operation(details)));
}

const runtime = { ...exported };
const guards = Object.entries(runtime).filter(([name]) => name.startsWith("is")) as [string, (e: unknown) => boolean][];
const matching = (error: unknown) => guards.filter(([, guard]) => guard(error)).map(([name]) => name);

describe("the class of a status", () => {
  it.each([
    [400, "BadRequestError"],
    [401, "AuthenticationError"],
    [403, "PermissionDeniedError"],
    [404, "NotFoundError"],
    [409, "ConflictError"],
    [422, "UnprocessableEntityError"],
    [429, "RateLimitError"],
    [500, "InternalServerError"],
    [503, "InternalServerError"],
    [599, "InternalServerError"],
  ] as const)("%i is a %s", async (status, name) => {
    const error = await failure({ status, headers: { "x-request-id": "r1" }, body: { error: "No." } });
    expect(error).toBeInstanceOf(runtime[name]);
    expect(error).toBeInstanceOf(runtime.ApiError);
    expect(error).toMatchObject({ name, status, operationId: "getThing", requestId: "r1", body: { error: "No." } });
    expect((error.headers as unknown as Headers).get("x-request-id")).toBe("r1");
    expect((error.response as unknown as Response).status).toBe(status);
    expect(matching(error).sort()).toEqual(["isApiError", "isSdkError", `is${name}`].sort());
    expect(error.stack).toMatch(new RegExp(`^${name}: getThing: No\\.`));
  });

  it.each([304, 402, 418, 451])("%i is an ApiError", async (status) => {
    const error = await failure({ status });
    expect(error).toMatchObject({ name: "ApiError", status });
    expect(matching(error)).toEqual(["isApiError", "isSdkError"]);
  });
});

describe("guards", () => {
  it.each([undefined, null, 0, "", "NotFoundError", {}, new Error("x"), { name: "NotFoundError", status: 404 }])(
    "say no to %j",
    (value) => {
      expect(matching(value)).toEqual([]);
    },
  );

  it.each(["ConnectionError", "DecodeError", "RedirectError", "TimeoutError", "UsageError"] as const)(
    "know a %s",
    (name) => {
      const error = new runtime[name]("Oh.");
      expect(matching(error).sort()).toEqual(["isSdkError", `is${name}`].sort());
      expect(`${error}`).toBe(`${name}: Oh.`);
    },
  );

  it("know subclasses", async () => {
    class Mine extends runtime.NotFoundError {}
    const { response, operationId } = (await failure({ status: 404 })) as unknown as exported.NotFoundError;
    expect(matching(new Mine("x", { response, body: 1, operationId: operationId as string }))).toContain(
      "isNotFoundError",
    );
  });
});

describe("a request id", () => {
  it.each(["x-request-id", "request-id", "x-correlation-id"])("comes from %s", async (name) => {
    expect((await failure({ status: 500, headers: { [name]: "r1" } })).requestId).toBe("r1");
  });

  it("is absent without the header", async () => {
    expect(Object.keys(await failure({ status: 500 }))).toEqual(["operationId", "status"]);
  });
});

describe("retryAfterMs", () => {
  const after = async (value: string) => {
    const error = await failure({ status: 429, headers: { "retry-after": value } });
    return (error as unknown as RateLimitError).retryAfterMs;
  };

  it.each([
    ["12", 12_000],
    ["0", 0],
    ["1.5", 1_500],
    ["Wed, 21 Oct 2015 07:28:00 GMT", 0],
    ["soon", undefined],
    ["-1", undefined],
    ["", undefined],
  ])("of %j is %j", async (value, expected) => {
    expect(await after(value)).toBe(expected);
  });

  it("of a date is the time until then", async () => {
    const ms = await after(new Date(Date.now() + 60_000).toUTCString());
    expect(ms).toBeGreaterThan(50_000);
    expect(ms).toBeLessThanOrEqual(60_000);
  });

  it("is undefined without the header", async () => {
    expect(await failure({ status: 429 })).toMatchObject({ retryAfterMs: undefined });
  });
});

describe("printing an error", () => {
  it("shows no body and no header", async () => {
    const headers = { "set-cookie": "s=hunter22", "x-request-id": "r1" };
    const error = await failure({ status: 400, headers, body: { error: "No.", other: "hunter22" } });
    expect(inspect(error, { showHidden: true, depth: 9 }) + error.stack + error).not.toContain("hunter22");
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: "BadRequestError",
      message: "getThing: No. (400 Bad Request)",
      status: 400,
      operationId: "getThing",
      requestId: "r1",
    });
    expect(Object.keys(error)).toEqual(["operationId", "status", "requestId"]);
  });

  it("shows the cause of those that have one", () => {
    const cause = new Error("why");
    const error = new runtime.ConnectionError("Oh.", { cause });
    expect(error.cause).toBe(cause);
    expect(inspect(error)).toContain("[cause]: Error: why");
    expect(inspect(new runtime.UsageError("Oh."))).not.toContain("cause");
  });
});

it("isApiError holds only for errors with a response status", async () => {
  expect([isSdkError, isApiError].map((guard) => guard(new runtime.TimeoutError("x")))).toEqual([true, false]);
});

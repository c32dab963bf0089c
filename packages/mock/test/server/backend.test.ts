import { expect, test } from "vitest";
import { type Backend, type BackendRequest, type Mock, type MockResponse, startMock } from "../../src/index.ts";
import { booksPath } from "../fixtures/descriptions.ts";

const KEY = { "X-Key": "k" };
const JSON_TYPE = { "Content-Type": "application/json" };

interface StartedMock {
  mock: Mock;
  /** The requests that the backend has seen. */
  seen: BackendRequest[];
}

/** Starts a mock of books whose backend responds with a function, by default with an empty list. */
async function startWith(
  respond: (request: BackendRequest) => MockResponse | undefined = () => ({ status: 200, body: [] }),
  others: Partial<Backend> = {},
): Promise<StartedMock> {
  const seen: BackendRequest[] = [];
  const backend = (): Backend => ({
    respond(request) {
      seen.push(request);
      return respond(request);
    },
    ...others,
  });
  return { mock: await startMock({ description: booksPath, backend }), seen };
}

test("a backend responds in place of the examples", async () => {
  const { mock } = await startWith(() => ({ status: 200, body: [{ title: "Persuasion" }] }));
  await using _ = mock;
  const response = await fetch(`${mock.url}/books/`, { headers: KEY });
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(await response.json()).toEqual([{ title: "Persuasion" }]);
});

test("a backend sees the operation and the parts of a request", async () => {
  const { mock, seen } = await startWith(() => ({ status: 201, body: { title: "Emma" } }));
  await using _ = mock;
  const headers = { ...KEY, ...JSON_TYPE };
  await fetch(`${mock.url}/books/?limit=3`, { method: "POST", headers, body: '{"title":"Emma"}' });
  expect(seen).toEqual([
    {
      operation: {
        operationId: "createBook",
        method: "POST",
        path: "/books/",
        tags: [],
        bodyFields: ["title"],
        responses: [{ status: "201", headers: [] }],
      },
      method: "POST",
      path: "/books/",
      pathParams: {},
      query: { limit: "3" },
      headers: expect.objectContaining({ "x-key": "k" }),
      body: { title: "Emma" },
      violations: [],
      origin: mock.url,
      remoteAddress: "127.0.0.1",
    },
  ]);
});

test("a backend leaves a request to the examples by returning undefined", async () => {
  const { mock } = await startWith(() => undefined);
  await using _ = mock;
  expect(await (await fetch(`${mock.url}/books/`, { headers: KEY })).json()).toEqual([{ title: "Emma" }]);
});

test("the mock rejects an invalid request before the backend sees it", async () => {
  const { mock, seen } = await startWith();
  await using _ = mock;
  expect((await fetch(`${mock.url}/books/`)).status).toBe(401);
  const loan = await fetch(`${mock.url}/loans/`, { method: "POST", headers: JSON_TYPE, body: "{}" });
  expect([loan.status, await loan.json()]).toEqual([400, { detail: "Refused." }]);
  expect(seen).toEqual([]);
});

test("a backend that handles invalid requests sees their violations", async () => {
  const { mock, seen } = await startWith(() => ({ status: 404, body: { detail: "Who asks?" } }), {
    handlesInvalidRequests: true,
  });
  await using _ = mock;
  const response = await fetch(`${mock.url}/books/`);
  expect([response.status, await response.json()]).toEqual([404, { detail: "Who asks?" }]);
  expect(seen[0]?.violations).toMatchObject([{ severity: "Error", code: 401 }]);
});

test("a response of a backend that breaks the description is a problem and a violation", async () => {
  const { mock } = await startWith(() => ({ status: 200, body: [{ title: 7 }] }));
  await using _ = mock;
  expect((await fetch(`${mock.url}/books/`, { headers: KEY })).status).toBe(500);
  expect(mock.violations).toMatchObject([{ operationId: "listBooks", location: ["response", "body", "0", "title"] }]);
});

test("an error that a backend throws is a problem document", async () => {
  const { mock } = await startWith(() => {
    throw Object.assign(new Error("Not yet"), { status: 501, detail: "Books come next year." });
  });
  await using _ = mock;
  const response = await fetch(`${mock.url}/books/`, { headers: KEY });
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(await response.json()).toMatchObject({ title: "Not yet", status: 501, detail: "Books come next year." });
});

test("a status that a request prefers comes from the description", async () => {
  const { mock, seen } = await startWith();
  await using _ = mock;
  expect((await fetch(`${mock.url}/books/`, { headers: { ...KEY, Prefer: "code=404" } })).status).toBe(404);
  expect(seen).toEqual([]);
});

test("a backend is reset and closed with its mock", async () => {
  const calls: string[] = [];
  const { mock } = await startWith(undefined, {
    reset: () => void calls.push("reset"),
    close: () => void calls.push("close"),
  });
  await mock.reset();
  await mock.close();
  expect(calls).toEqual(["reset", "close"]);
});

test("a mock has one backend: stateful or its own", async () => {
  const backend = (): Backend => ({ respond: () => undefined });
  await expect(startMock({ stateful: true, backend })).rejects.toMatchObject({ code: "option-refused" });
});

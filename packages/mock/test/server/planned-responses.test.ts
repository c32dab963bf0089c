import { afterEach, beforeEach, expect, test } from "vitest";
import { type Mock, type PlannedResponse, startMock } from "../../src/index.ts";
import { booksPath } from "../fixtures/descriptions.ts";

let mock: Mock;

beforeEach(async () => {
  mock = await startMock({ description: booksPath });
});

afterEach(() => mock.close());

const get = (): Promise<Response> => fetch(`${mock.url}/books/`, { headers: { "X-Key": "k" } });
const refusal = (plan: () => void): string => {
  try {
    plan();
    return "taken";
  } catch (error) {
    return (error as Error).message;
  }
};

test("a planned response comes as often as planned, and then the ordinary one", async () => {
  mock.next("listBooks", { status: 404, headers: { "X-Shelf": "7" }, times: 2 });
  for (const status of [404, 404, 200]) {
    const response = await get();
    expect(response.status).toBe(status);
    expect(response.headers.get("x-shelf")).toBe(status === 404 ? "7" : null);
  }
});

test("planned responses come in order, and only for their operation", async () => {
  mock.next("listBooks", { body: [{ title: "Persuasion" }] });
  mock.next("listBooks", { example: "none" });
  const body = JSON.stringify({ title: "Emma" });
  const headers = { "X-Key": "k", "Content-Type": "application/json" };
  expect((await fetch(`${mock.url}/books/`, { method: "POST", body, headers })).status).toBe(201);
  expect(await (await get()).json()).toEqual([{ title: "Persuasion" }]);
  expect(await (await get()).json()).toEqual([]);
});

test("a status without a body in the description takes the planned body and headers", async () => {
  mock.next("listBooks", { status: 503, headers: { "Retry-After": "2" }, body: "Closed for cleaning." });
  const response = await get();
  expect(response.status).toBe(503);
  expect(response.headers.get("retry-after")).toBe("2");
  expect(await response.text()).toBe("Closed for cleaning.");
});

test("faults and delays can be planned", async () => {
  mock.next("listBooks", { fault: "html", delayMs: 5 });
  expect((await get()).status).toBe(502);
});

test("a body that breaks the description is refused unless the plan says unchecked", async () => {
  expect(refusal(() => mock.next("listBooks", { body: [{ title: 7 }] }))).toMatch(
    /^This response of listBooks would break the description: .*title must be string/,
  );
  mock.next("listBooks", { body: [{ title: 7 }], unchecked: true });
  expect(await (await get()).json()).toEqual([{ title: 7 }]);
});

test("an unknown operation is refused with a similar name", () => {
  expect(refusal(() => mock.next("listBook", {}))).toBe("There is no operation listBook, but listBooks.");
  expect(refusal(() => mock.next("listBooks", { times: 0 }))).toBe("times is a whole number from 1, not 0.");
});

test.each<[unknown, RegExp]>([
  [undefined, /^A plan is an object such as/],
  [{ status: 503 }, /^listBooks declares no 503\. Give the response a body; it may be an empty text\.$/],
  [{ status: 100, body: "x" }, /^status is a whole number from 200 to 599, not 100\.$/],
  [{ status: "404" }, /^status is a whole number from 200 to 599, not 404\.$/],
  [{ example: "full" }, /^listBooks has no example full there\. It has: .*none.*\.$/],
  [{ fault: "timeout" }, /^fault is one of reset, stall, .*, not timeout\.$/],
  [{ delayMs: -1 }, /^delayMs is a number from 0, not -1\.$/],
])("%j is refused as a plan at once", (plan, sentence) => {
  expect(refusal(() => mock.next("listBooks", plan as PlannedResponse))).toMatch(sentence);
});

test("an empty text is a body for an undocumented status", async () => {
  mock.next("listBooks", { status: 503, body: "" });
  const response = await get();
  expect([response.status, await response.text()]).toEqual([503, ""]);
});

test("reset forgets planned responses and requests", async () => {
  await get();
  mock.next("listBooks", { status: 404 });
  await mock.reset();
  expect(mock.requests).toEqual([]);
  expect((await get()).status).toBe(200);
});

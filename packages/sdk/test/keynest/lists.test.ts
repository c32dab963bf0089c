import { describe, expect, test } from "vitest";
import { record, token } from "./record.ts";

describe("methods that list", () => {
  /** Three projects on two pages; the links name the server as it calls itself. */
  function answering() {
    const pages = [
      {
        count: 3,
        next: "http://inside.test:8080/api/projects/?search=web&page=2",
        previous: null,
        results: [{ id: 1 }, { id: 2 }],
      },
      { count: 3, next: null, previous: null, results: [{ id: 3 }] },
    ];
    let nth = 0;
    return record({ token }, () => Response.json(pages[nth++]));
  }

  test("give a page to those who await", async () => {
    const { client, sent } = answering();
    const page = await client.projects.list({ search: "web" });
    expect([page.count, page.results.length, sent.length]).toEqual([3, 2, 1]);
  });

  test("give the items of all pages to those who iterate", async () => {
    const { client, sent } = answering();
    const ids: number[] = [];
    for await (const project of client.projects.list({ search: "web" })) ids.push(project.id);
    expect(ids).toEqual([1, 2, 3]);
    expect(sent.map(({ url, authorization }) => [url, authorization])).toEqual([
      ["http://localhost:8000/api/projects/?search=web", `Token ${token}`],
      ["http://localhost:8000/api/projects/?search=web&page=2", `Token ${token}`],
    ]);
  });

  test("give pages, and no more items than asked for", async () => {
    const counts: number[] = [];
    for await (const { results } of answering().client.projects.list().pages()) counts.push(results.length);
    expect(counts).toEqual([2, 1]);
    const { client, sent } = answering();
    for await (const project of client.projects.list({}, { limit: 2 })) counts.push(project.id);
    expect([counts, sent.length]).toEqual([[2, 1, 1, 2], 1]);
  });

  test("request nothing before", () => {
    const { client, sent } = answering();
    client.projects.list();
    expect(sent).toEqual([]);
  });
});

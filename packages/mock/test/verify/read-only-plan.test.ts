import type { IncomingMessage, ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Report } from "../../src/verify/report.ts";
import { findingsOf, runVerify } from "../support/run-verify.ts";
import { type Served, sendJson, serve } from "../support/serve.ts";

const spec = fileURLToPath(new URL("../fixtures/notes.yaml", import.meta.url));
const key = "hush-hush-hush";
const limit = { "X-Limit": "7" };

/** Notes in two pages, as described. `change` returns true if it has responded in their place. */
async function serveNotes(
  change: (request: IncomingMessage, response: ServerResponse) => boolean = () => false,
  headers: Record<string, string> = limit,
): Promise<Served> {
  const served: Served = await serve((request, response) => {
    if (change(request, response)) return;
    if (request.url?.startsWith("/notes/1")) return sendJson(response, 200, { id: 1, children: [{ id: 2 }] }, headers);
    if (request.headers["x-key"] !== key) return void response.writeHead(401).end();
    const isFirst = request.url === "/notes/";
    const page = isFirst
      ? { count: 3, next: `${served.url}/notes/?page=2`, previous: null, results: [{ id: 1 }, { id: 2 }] }
      : { count: 3, next: null, previous: `${served.url}/notes/`, results: [{ id: 3 }] };
    sendJson(response, 200, page, headers);
  });
  return served;
}

const check = ({ url }: Served, ...args: string[]) =>
  runVerify(["--target", url, "--spec", spec, "--json", "--header", `X-Key: ${key}`, ...args]);

test("checks operations that read and have examples, and says why it leaves out the others", async () => {
  await using notes = await serveNotes();
  const ran = await check(notes);
  const { operations, summary } = JSON.parse(ran.stdout) as Report & { summary: object };
  expect({ code: ran.code, findings: findingsOf(ran) }).toEqual({ code: 0, findings: [] });
  expect(operations.map(({ name, exchanges, unchecked }) => [name, exchanges, unchecked])).toEqual([
    ["listNotes", 3, undefined],
    ["createNote", 0, "may change something: with --spec, no POST is sent"],
    ["getNote", 1, undefined],
    ["GET /search", 0, "needs a value for text: no example is given"],
  ]);
  expect(summary).toEqual({ operations: 4, checked: 2, partly: 0, exchanges: 4, violations: 0, remarks: 0 });
});

test("a documented refusal of an example is no violation", async () => {
  await using notes = await serveNotes((request, response) => {
    if (!request.url?.startsWith("/notes/1")) return false;
    response.writeHead(404).end();
    return true;
  });
  const ran = await check(notes);
  expect({ code: ran.code, findings: findingsOf(ran) }).toEqual({ code: 0, findings: [] });
  expect(ran.stdout).toContain("responded with 404, so its success was not seen");
});

test("without the credential, only refusals are checked, and the report says why", async () => {
  await using notes = await serveNotes();
  const { code, stdout } = await runVerify(["--target", notes.url, "--spec", spec]);
  expect(code).toBe(0);
  expect(stdout).toContain("0 of 4 operations checked, and only the refusals of 1 more; 1 request in");
  expect(stdout).toContain("  needs a credential for key: --header\n    listNotes*, getNote\n");
});

test("a success without a credential is a violation", async () => {
  await using notes = await serveNotes((request) => {
    request.headers["x-key"] = key;
    return false;
  });
  expect(findingsOf(await check(notes))).toEqual(["listNotes: unexpected-status"]);
});

test("undocumented fields deep in a recursive schema are found", async () => {
  await using notes = await serveNotes((request, response) => {
    if (!request.url?.startsWith("/notes/1")) return false;
    sendJson(response, 200, { id: 1, children: [{ id: 2, children: [{ id: 3, color: "red" }] }] }, limit);
    return true;
  });
  expect(findingsOf(await check(notes))).toEqual(["getNote: undocumented-field children[].children[].color"]);
});

test("a header of some responses must come with all of the same kind", async () => {
  await using notes = await serveNotes((request, response) => {
    if (!request.url?.startsWith("/notes/1")) return false;
    sendJson(response, 200, { id: 1 });
    return true;
  });
  expect(findingsOf(await check(notes))).toEqual(["getNote: missing-header X-Limit"]);
});

test("a header that never comes is one remark", async () => {
  await using notes = await serveNotes(undefined, {});
  const ran = await check(notes);
  expect({ code: ran.code, findings: findingsOf(ran) }).toEqual({ code: 0, findings: [] });
  expect((JSON.parse(ran.stdout) as Report).remarks).toEqual(["Documented, optional, and never sent: X-Limit."]);
});

const page = (count: number, next: string | null, ...ids: number[]) => ({
  count,
  next,
  previous: null,
  results: ids.map((id) => ({ id })),
});

/** Serves a list whose query selects the page. */
const servePages = (pages: (url: string) => Record<string, unknown>): Promise<Served> => {
  let url = "";
  const served = serveNotes((request, response) => {
    if (!request.url?.startsWith("/notes/?") && request.url !== "/notes/") return false;
    if (request.headers["x-key"] !== key) return false;
    const body = pages(url)[request.url.slice("/notes/".length)];
    if (body === undefined) response.writeHead(404).end();
    else sendJson(response, 200, body, limit);
    return true;
  });
  return served.then((each) => {
    url = each.url;
    return each;
  });
};

test.each<[string, (url: string) => Record<string, unknown>, string[]]>([
  ["a count that is one too high", () => ({ "": page(3, null, 1, 2) }), ["listNotes: wrong-count count"]],
  [
    "a count that is one too low",
    (url) => ({ "": page(1, `${url}/notes/?page=2`, 1), "?page=2": page(1, null, 2) }),
    ["listNotes: wrong-count count"],
  ],
  ["a link to itself", (url) => ({ "": page(2, `${url}/notes/?`, 1) }), ["listNotes: broken-link next"]],
  [
    "a link to nowhere",
    (url) => ({ "": page(2, `${url}/notes/?page=9`, 1) }),
    ["listNotes: undocumented-status", "listNotes: broken-link next"],
  ],
  [
    "a link to another origin",
    () => ({ "": page(2, "http://inside:8000/notes/?page=2", 1), "?page=2": page(2, null, 2) }),
    ["remark listNotes: broken-link next"],
  ],
])("%s is found", async (_, pages, findings) => {
  await using notes = await servePages(pages);
  expect(findingsOf(await check(notes))).toEqual(findings);
});

test("a count that changes while its pages are read is no violation", async () => {
  let reads = 0;
  await using notes = await servePages(() => {
    reads += 1;
    return { "": page(2, null, ...(reads === 1 ? [1] : [1, 2])) };
  });
  expect(findingsOf(await check(notes))).toEqual([]);
});

test("an endless list is read for twenty pages, and the report says so", async () => {
  await using notes = await serveNotes((request, response) => {
    if (!request.url?.startsWith("/notes/?") && request.url !== "/notes/") return false;
    if (request.headers["x-key"] !== key) return false;
    const number = Number(/\d+/.exec(request.url)?.[0] ?? 1);
    sendJson(response, 200, page(1000, `http://${request.headers.host}/notes/?page=${number + 1}`, number), limit);
    return true;
  });
  const ran = await check(notes);
  const { operations, remarks } = JSON.parse(ran.stdout) as Report;
  expect({ code: ran.code, exchanges: operations[0]?.exchanges, remarks }).toEqual({
    code: 0,
    exchanges: 21,
    remarks: ["The count of listNotes was not checked: it has more than 20 pages."],
  });
});

test("a page refused by a rate limit is not a broken link", async () => {
  await using notes = await serveNotes((request, response) => {
    if (!request.url?.startsWith("/notes/?")) return false;
    response.writeHead(429, { "Retry-After": "3600" }).end();
    return true;
  });
  expect(findingsOf(await check(notes))).toEqual(["listNotes: undocumented-status"]);
});

test("the wait for a rate limit is announced", async () => {
  let refused = 0;
  await using notes = await serveNotes((request, response) => {
    if (!request.url?.startsWith("/notes/1") || refused > 0) return false;
    refused += 1;
    response.writeHead(429, { "Retry-After": "0.01" }).end();
    return true;
  });
  expect((await check(notes)).stderr).toBe(
    "keynest-mock: Waiting 0.01 s: the server limits how often getNote may be called.\n",
  );
});

test("a rate limit is waited for", async () => {
  let refused = 0;
  await using notes = await serveNotes((request, response) => {
    if (!request.url?.startsWith("/notes/1") || refused > 0) return false;
    refused += 1;
    response.writeHead(429, { "Retry-After": "0" }).end();
    return true;
  });
  const ran = await check(notes);
  expect(findingsOf(ran)).toEqual(["getNote: undocumented-status"]);
  expect((JSON.parse(ran.stdout) as Report).operations[2]).toMatchObject({ name: "getNote", exchanges: 2 });
});

test("a target that serves another API gets one sentence", async () => {
  await using website = await serve(
    (_, response) => void response.writeHead(200, { "Content-Type": "text/html" }).end("<html>"),
  );
  const { code, stderr } = await check(website);
  expect(code).toBe(2);
  expect(stderr).toBe(
    `keynest-mock: ${website.url} does not serve the described API: an HTML page came for /notes/ and all others. ` +
      "Is the address complete?\n",
  );
});

test("the credential is in no report, even if the server sends it back", async () => {
  await using notes = await serveNotes((request, response) => {
    if (!request.url?.startsWith("/notes/1")) return false;
    sendJson(response, 200, { id: key, [`field ${key}`]: 1 }, { "X-Limit": key });
    return true;
  });
  for (const format of [[], ["--json"]]) {
    const { code, stdout } = await runVerify([
      ...["--target", notes.url, "--spec", spec, "--header", `X-Key: ${key}`],
      ...format,
    ]);
    expect(code).toBe(1);
    expect(stdout).toContain("[redacted]");
    expect(stdout).not.toContain(key);
  }
});

import { type Mock, startMock } from "@keynest/mock";
import {
  type AuditLog,
  createClient,
  getProject,
  isPaginationError,
  isUsageError,
  listAuditLogs,
  listEnvironmentVariables,
  listKeys,
  listProjects,
  type PaginatedProjectList,
  type Project,
  paginate,
  tokenAuth,
  type Variable,
} from "@keynest/sdk";
import { expectTypeOf } from "expect-type";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadDescription, loadPackage } from "./load-package.ts";

const { sdk } = await loadPackage();
let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

/** Whatever answers with links to pages, or could. */
const paged = Object.values(loadDescription().paths)
  .flatMap((item) => Object.values(item) as { operationId: string; parameters?: { $ref?: string; name?: string }[] }[])
  .filter(({ parameters = [] }) => parameters.some(({ $ref, name }) => name === "page" || $ref?.endsWith("/Page")))
  .map(({ operationId }) => operationId);

/** The mock has one page; this gives it two more, with links as a server behind a proxy has them. */
function client(received: string[] = []) {
  return createClient({
    baseUrl: mock.url,
    auth: tokenAuth("any"),
    async fetch(url, init) {
      received.push(url.replace(mock.url, ""));
      const response = await fetch(url, init);
      const page = Number(new URL(url).searchParams.get("page") ?? 1);
      const body = (await response.json()) as { results: object[] };
      const results = body.results.map((row) => ({ ...row, id: page }));
      return Response.json({ ...body, results, next: page < 3 ? `http://10.0.0.1:8443/x/?page=${page + 1}` : null });
    },
  });
}

test("pages are those of the lists of the API", () => {
  expect(paged.sort()).toEqual([
    ...["listAuditLogs", "listEnvironmentVariables", "listEnvironments", "listOrganizations"],
    ...["listProjectEnvironments", "listProjects"],
  ]);
});

test.for(paged)("%s iterates over all pages", async (id, { expect }) => {
  const received: string[] = [];
  const ids: unknown[] = [];
  const params = { project_id: 1, environment_id: 1 };
  const fn = sdk[id] as typeof listEnvironmentVariables;
  for await (const row of paginate(fn, client(received), params)) ids.push(row.id);
  expect([...new Set(ids)]).toEqual([1, 2, 3]);
  expect(received.map((url) => url.replace(/.*\//, ""))).toEqual(["", "?page=2", "?page=3"]);
  expect(new Set(received.map((url) => url.replace(/\?.*/, ""))).size).toBe(1);
});

test("the mock itself has one page", async () => {
  const pages: PaginatedProjectList[] = [];
  const client = createClient({ baseUrl: mock.url, auth: tokenAuth("any") });
  for await (const page of paginate(listProjects, client).pages()) pages.push(page);
  expect(pages).toEqual([await listProjects(client)]);
});

describe("types", () => {
  test("items and pages are those of the operation", async () => {
    for await (const project of paginate(listProjects, client(), { search: "web" }, { limit: 1 })) {
      expectTypeOf(project).toEqualTypeOf<Project>();
    }
    for await (const page of paginate(listProjects, client(), {}, { prefetch: true }).pages()) {
      expectTypeOf(page).toEqualTypeOf<PaginatedProjectList>();
    }
    for await (const variable of paginate(listEnvironmentVariables, client(), { environment_id: 1 })) {
      expectTypeOf(variable).toEqualTypeOf<Variable>();
    }
    for await (const log of paginate(listAuditLogs, client())) expectTypeOf(log).toEqualTypeOf<AuditLog>();
  });

  test("what an operation requires is required", async () => {
    // @ts-expect-error: no environment
    const things = paginate(listEnvironmentVariables, client());
    await expect(things[Symbol.asyncIterator]().next()).rejects.toThrow('"environment_id" is missing');
    // @ts-expect-error: no credentials
    const projects = paginate(listProjects, createClient());
    await expect(projects[Symbol.asyncIterator]().next()).rejects.toThrow("needs TokenAuth or JWTAuth");
  });

  test("an operation without pages is a mistake", async () => {
    // @ts-expect-error: one project
    const project = paginate(getProject, client(), { id: 1 });
    const error = await project[Symbol.asyncIterator]()
      .next()
      .catch((reason: unknown) => reason);
    expect(isUsageError(error) && error.message).toBe("getProject: the operation has no pages");
    // @ts-expect-error: a list without pages
    expect(() => paginate(listKeys, client())).not.toThrow();
  });
});

test("endless pages of a server end in an error", async () => {
  const page = { count: 1, next: "http://localhost/api/projects/?page=2", previous: null, results: [{ id: 1 }] };
  const client = createClient({ auth: tokenAuth("t"), fetch: async () => Response.json(page) });
  const walk = async () => {
    for await (const _ of paginate(listProjects, client));
  };
  const error = await walk().catch((reason: unknown) => reason);
  expect(isPaginationError(error) && error.message).toBe("listProjects: page 2 has the items of page 1 again");
});

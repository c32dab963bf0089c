// Types are checked by `pnpm check:types`; what is called is called for real, on canned answers.
import {
  adminKeyAuth,
  type Client,
  createClient,
  createEnvironment,
  createProject,
  createProjectDetailed,
  createVariableDetailed,
  deleteProject,
  deleteProjectDetailed,
  type EnvironmentType,
  type ErrorResponse,
  exportEnvironment,
  getHealth,
  getProject,
  getProjectDetailed,
  type ImportConflictResponse,
  importEnvironment,
  isConflictError,
  isNotFoundError,
  jwtAuth,
  listKeys,
  listProjects,
  loginUser,
  type NotFoundError,
  oauth2Auth,
  type PaginatedProjectList,
  type Project,
  tokenAuth,
  type Variable,
} from "@keynest/sdk";
import { expectTypeOf } from "expect-type";
import { describe, expect, test } from "vitest";

const answering = (status: number, body?: unknown) => ({
  fetch: async () => (body === undefined ? new Response(null, { status }) : Response.json(body, { status })),
});
const withToken = createClient({ auth: tokenAuth("token"), ...answering(200, {}) });

describe("credentials", () => {
  test("a client has the schemes of its credentials in its type", () => {
    expectTypeOf(createClient()).toEqualTypeOf<Client>();
    expectTypeOf(createClient({ auth: tokenAuth("t") })).toEqualTypeOf<Client<{ TokenAuth: true }>>();
    expectTypeOf(createClient({ auth: [jwtAuth("t"), adminKeyAuth("k")] })).toEqualTypeOf<
      Client<{ JWTAuth: true; AdminKey: true }>
    >();
  });

  test("an undefined base URL is the default", () => {
    const url = (set: boolean): string | undefined => (set ? "https://keynest.test" : undefined);
    expect(createClient({ baseUrl: url(false) }).baseUrl).toBe("http://localhost:8000");
    expect(createClient({ baseUrl: url(true) }).baseUrl).toBe("https://keynest.test");
  });

  test("any of the schemes will do, as will a client with more", async () => {
    const json = answering(200, {});
    await listProjects(createClient({ auth: tokenAuth("t"), ...json }));
    await listProjects(createClient({ auth: jwtAuth("t"), ...json }));
    await listProjects(createClient({ auth: [adminKeyAuth("k"), jwtAuth("t")], ...json }));
    await listKeys(createClient({ auth: oauth2Auth("t"), ...json }));
  });

  test("a client without the scheme is a mistake", async () => {
    // @ts-expect-error: no credentials at all
    await expect(listProjects(createClient())).rejects.toThrow("needs TokenAuth or JWTAuth");
    // @ts-expect-error: the credential of others
    await expect(listProjects(createClient({ auth: adminKeyAuth("k") }))).rejects.toThrow("AdminKey");
    // @ts-expect-error: a login token is no OAuth 2.0 access token
    await expect(listKeys(withToken)).rejects.toThrow("needs OAuth2PasswordBearer");
  });

  test("an operation without security takes every client", async () => {
    await getHealth(createClient(answering(200, {})));
    await getHealth(withToken);
  });
});

describe("parameters", () => {
  test("are optional where the description says so", async () => {
    await listProjects(withToken);
    await listProjects(withToken, { page: 2, search: "web" });
    // @ts-expect-error: a number
    await listProjects(withToken, { page: "2" });
    // @ts-expect-error: no such parameter
    await listProjects(withToken, { pages: 2 });
  });

  test("are required where the description says so", async () => {
    // @ts-expect-error: no parameters
    await expect(getProject(withToken)).rejects.toThrow('"id"');
    // @ts-expect-error: no id
    await expect(getProject(withToken, {})).rejects.toThrow('"id"');
    // @ts-expect-error: no body
    await createProject(withToken, {});
    // @ts-expect-error: no organization
    await createProject(withToken, { body: { name: "Web" } });
  });

  test("hold only the values that are documented", async () => {
    expectTypeOf<EnvironmentType>().toEqualTypeOf<"development" | "staging" | "production" | "testing">();
    await createEnvironment(withToken, { body: { name: "live", project: 1, environment_type: "production" } });
    // @ts-expect-error: no such type
    await createEnvironment(withToken, { body: { name: "live", project: 1, environment_type: "live" } });
  });

  test("may be absent, but not undefined", async () => {
    // @ts-expect-error: exactOptionalPropertyTypes
    await listProjects(withToken, { page: undefined });
  });

  test("may be files", async () => {
    const file = new File(["A=1\n"], "production.env");
    await importEnvironment(withToken, { environment_id: 1, body: { file } });
    await importEnvironment(withToken, { environment_id: 1, body: { file: new Blob(["A=1"]), overwrite: true } });
    // @ts-expect-error: the server takes every text for true, "false" included
    await importEnvironment(withToken, { environment_id: 1, body: { file, overwrite: false } });
    // @ts-expect-error: text is no file
    await importEnvironment(withToken, { environment_id: 1, body: { file: "A=1\n" } });
  });
});

describe("results", () => {
  test("of the plain form are the data", () => {
    expectTypeOf(listProjects).returns.resolves.toEqualTypeOf<PaginatedProjectList>();
    expectTypeOf(exportEnvironment).returns.resolves.toEqualTypeOf<string>();
    expectTypeOf(deleteProject).returns.resolves.toEqualTypeOf<void>();
    expectTypeOf(loginUser).returns.resolves.toHaveProperty("token").toEqualTypeOf<string>();
  });

  test("have null where the description says so", () => {
    expectTypeOf<Project["description"]>().toEqualTypeOf<string | null>();
    expectTypeOf<PaginatedProjectList["next"]>().toEqualTypeOf<string | null>();
    expectTypeOf<Variable["decrypted_value"]>().toEqualTypeOf<string>();
    expectTypeOf<Variable["key"]>().toEqualTypeOf<string>();
  });

  test("of the detailed form are narrowed by ok", async () => {
    const result = await getProjectDetailed(withToken, { id: 1 });
    if (result.ok) {
      expectTypeOf(result.data).toEqualTypeOf<Project>();
      expectTypeOf(result.status).toEqualTypeOf<200>();
      // @ts-expect-error: a success has no error
      expect(result.error).toBeUndefined();
    } else {
      // @ts-expect-error: a failure has no data
      expect(result.data).toBeUndefined();
    }
    expectTypeOf(result.headers).toEqualTypeOf<Headers>();
    expectTypeOf(result.response).toEqualTypeOf<Response>();
    expectTypeOf(result.request).toEqualTypeOf<Request>();
  });

  test("of the detailed form are narrowed by status", async () => {
    const result = await getProjectDetailed(withToken, { id: 1 });
    if (result.status === 404) {
      expectTypeOf(result.ok).toEqualTypeOf<false>();
      expectTypeOf(result.error).toEqualTypeOf<ErrorResponse>();
    }
    if (result.status === 200) expectTypeOf(result.data).toEqualTypeOf<Project>();
    if (result.status === 503) expectTypeOf(result.error).toEqualTypeOf<unknown>();
    // @ts-expect-error: an undocumented success is none that types can promise
    expect(result.status === 201).toBe(false);
  });

  test("of the detailed form can be switched over", async () => {
    const client = createClient({ auth: tokenAuth("t"), ...answering(409, { error: "Exists" }) });
    const result = await createVariableDetailed(client, { body: { key: "A", value: "1", environment: 1 } });
    switch (result.status) {
      case 201:
        expectTypeOf(result.data).toEqualTypeOf<Variable>();
        break;
      case 400:
      case 401:
      case 403:
      case 409:
        expectTypeOf(result.error).toEqualTypeOf<ErrorResponse>();
        expect(result.error.error).toBe("Exists");
        break;
      default:
        expectTypeOf(result.ok).toEqualTypeOf<false>();
        expectTypeOf(result.error).toEqualTypeOf<unknown>();
    }
    expect.assertions(1);
  });

  test("without a body have undefined data", async () => {
    const client = createClient({ auth: tokenAuth("t"), ...answering(204) });
    const result = await deleteProjectDetailed(client, { id: 1 });
    if (result.ok) expectTypeOf(result.data).toEqualTypeOf<undefined>();
    expect(result.status).toBe(204);
  });

  test("with an undocumented status are unknown", async () => {
    const client = createClient({ auth: tokenAuth("t"), ...answering(410, { error: "Gone" }) });
    const result = await createProjectDetailed(client, { body: { name: "Web", organization: 1 } });
    if (!result.ok && result.status === 410) expectTypeOf(result.error).toEqualTypeOf<unknown>();
    expect(result).toMatchObject({ ok: false, status: 410, error: { error: "Gone" } });
  });
});

describe("errors", () => {
  test("are narrowed by guards", async () => {
    const client = createClient({ auth: tokenAuth("t"), ...answering(404, { error: "Not found" }) });
    const error: unknown = await getProject(client, { id: 1 }).catch((thrown) => thrown);
    expect(isConflictError(error)).toBe(false);
    if (isConflictError<ImportConflictResponse>(error)) expectTypeOf(error.body.conflicts).toEqualTypeOf<string[]>();
    if (!isNotFoundError<ErrorResponse>(error)) throw error;
    expectTypeOf(error).toEqualTypeOf<NotFoundError<ErrorResponse>>();
    expectTypeOf(error.status).toEqualTypeOf<404>();
    expect(error.body.error).toBe("Not found");
  });
});

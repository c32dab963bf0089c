// Checked by the compiler (`check:types`), not run.
import { expectTypeOf } from "expect-type";
import {
  bearer,
  type Client,
  type Credential,
  createClient,
  type Failure,
  headerKey,
  type ItemOf,
  isApiError,
  isNotFoundError,
  isRateLimitError,
  type Operation,
  type PageArguments,
  type PagedFunction,
  type PageOf,
  type Paginated,
  queryKey,
  type RequestOptions,
  request,
  type ServerErrorStatus,
  type Success,
  type Undocumented,
  unwrap,
} from "../src/index.ts";

const baseUrl = "https://example.com";
const jwt = bearer("JWTAuth", "t");
const admin = headerKey("AdminKey", "X-ADMIN-KEY", () => "k");

// Clients carry the schemes of their credentials.
expectTypeOf(jwt).toEqualTypeOf<Credential<"JWTAuth">>();
const bare = createClient({ baseUrl });
const one = createClient({ baseUrl, auth: jwt });
const both = createClient({ baseUrl, auth: [jwt, admin] });
const inline = createClient({
  baseUrl,
  auth: [bearer("JWTAuth", "t"), queryKey("AdminKey", "k", "k")],
});
// biome-ignore lint/complexity/noBannedTypes: no scheme at all
expectTypeOf(bare["~schemes"]).toEqualTypeOf<{}>();
expectTypeOf(one).toEqualTypeOf<Client<{ JWTAuth: true }>>();
expectTypeOf(both).toEqualTypeOf<Client<{ JWTAuth: true; AdminKey: true }>>();
expectTypeOf(inline).toEqualTypeOf<Client<{ JWTAuth: true; AdminKey: true }>>();

// More schemes are fine, missing ones are not.
expectTypeOf(both).toExtend<Client<{ AdminKey: true }>>();
expectTypeOf(both).toExtend<Client>();
expectTypeOf(bare).toExtend<Client>();
expectTypeOf(bare).not.toExtend<Client<{ JWTAuth: true }>>();
expectTypeOf(one).not.toExtend<Client<{ AdminKey: true }>>();
expectTypeOf(one).not.toExtend<Client<{ JWTAuth: true; AdminKey: true }>>();

declare function generated(client: Client<{ TokenAuth: true }> | Client<{ JWTAuth: true }>): void;
generated(one);
generated(both);
generated(createClient({ baseUrl, auth: headerKey("TokenAuth", "Authorization", "t") }));
// @ts-expect-error no credential
generated(bare);
// @ts-expect-error another credential
generated(createClient({ baseUrl, auth: admin }));
// @ts-expect-error not made by createClient
generated({ baseUrl, fetch, timeoutMs: 1 });

// Results are told apart by status and ok.
interface Project {
  readonly id: number;
}
interface Problem {
  readonly error: string;
}
type GetProjectResult =
  | Success<200, Project>
  | Success<204, undefined>
  | Failure<404, Problem>
  | Failure<ServerErrorStatus, string>
  | Undocumented<200 | 204 | 404 | ServerErrorStatus>;

declare const operation: Operation;

export async function narrowing(options: RequestOptions): Promise<void> {
  const result = await request<GetProjectResult>(one, operation, { id: 1 }, options);
  expectTypeOf(result.headers).toEqualTypeOf<Headers>();
  expectTypeOf(result.request).toEqualTypeOf<Request>();
  if (result.ok) {
    expectTypeOf(result.data).toEqualTypeOf<Project | undefined>();
    if (result.status === 200) expectTypeOf(result.data).toEqualTypeOf<Project>();
  } else {
    expectTypeOf(result.error).toEqualTypeOf<unknown>();
  }
  if (result.status === 404) {
    expectTypeOf(result.ok).toEqualTypeOf<false>();
    expectTypeOf(result.error).toEqualTypeOf<Problem>();
  }
  if (result.status === 503) expectTypeOf(result.error).toEqualTypeOf<string>();
  // @ts-expect-error not a registered code
  if (result.status === 418) throw new Error("teapot");
  switch (result.status) {
    case 200:
      expectTypeOf(result.data).toEqualTypeOf<Project>();
      break;
    case 404:
      expectTypeOf(result.error).toEqualTypeOf<Problem>();
      break;
    case 429:
      expectTypeOf(result.error).toEqualTypeOf<unknown>();
      break;
    default:
      expectTypeOf(result.status).toExtend<number>();
  }
}

// The plain form has the data of all successes.
export function getProject(client: Client<{ JWTAuth: true }>): Promise<Project | undefined> {
  return unwrap(request<GetProjectResult>(client, operation));
}
// @ts-expect-error no number among the data
export const wrong: Promise<number> = unwrap(request<GetProjectResult>(one, operation));

// Guards give the body the type that the caller knows it has.
export function guards(error: unknown): void {
  if (isNotFoundError<Problem>(error)) {
    expectTypeOf(error.status).toEqualTypeOf<404>();
    expectTypeOf(error.name).toEqualTypeOf<"NotFoundError">();
    expectTypeOf(error.body).toEqualTypeOf<Problem>();
    expectTypeOf(error.headers).toEqualTypeOf<Headers>();
  } else if (isRateLimitError(error)) {
    expectTypeOf(error.retryAfterMs).toEqualTypeOf<number | undefined>();
    expectTypeOf(error.body).toEqualTypeOf<unknown>();
  } else if (isApiError(error)) {
    expectTypeOf(error.status).toEqualTypeOf<number>();
  }
}

// Options are checked.
// @ts-expect-error no header of several values
createClient({ baseUrl, headers: { a: ["b"] } });
// @ts-expect-error a typo
createClient({ baseUrl, timeout: 1 });

// A walk through pages yields the elements of the list, and takes what the function takes.
interface ProjectPage {
  readonly results: Project[];
  readonly next: string | null;
}
declare function listProjects(
  client: Client<{ JWTAuth: true }>,
  params?: { search?: string },
  options?: RequestOptions,
): Promise<ProjectPage>;
declare function listThings(client: Client, params: { id: number }): Promise<string[]>;
declare function pages<Fn extends PagedFunction<"results" | undefined>>(
  fn: Fn,
  client: Parameters<Fn>[0],
  ...rest: PageArguments<Fn>
): Paginated<ItemOf<PageOf<Fn>, "results" | undefined>, PageOf<Fn>>;
expectTypeOf(pages(listProjects, one)).toEqualTypeOf<Paginated<Project, ProjectPage>>();
expectTypeOf(pages(listThings, bare, { id: 1 }, { limit: 1 })).toEqualTypeOf<Paginated<string, string[]>>();
// @ts-expect-error another credential
pages(listProjects, bare);
// @ts-expect-error no such parameter
pages(listProjects, one, { q: "a" });
// @ts-expect-error a parameter is missing
pages(listThings, bare);
// @ts-expect-error it has no pages
pages(getProject, one);

expectTypeOf<ItemOf<ProjectPage, "results">>().toEqualTypeOf<Project>();
expectTypeOf<ItemOf<{ data?: { list: readonly Project[] | null } }, ["data", "list"]>>().toEqualTypeOf<Project>();
expectTypeOf<ItemOf<{ a?: string[] } | { b: number }, "a">>().toEqualTypeOf<string>();
expectTypeOf<ItemOf<ProjectPage, "next">>().toBeNever();

import { type KeyNestOptions, type Mock, startMock } from "../../src/index.ts";

/** A response; its body as JSON where it is JSON. */
export interface Reply {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects, and fails where it is not there.
  body: any;
}

/** Somebody who calls the server. */
export interface Caller {
  send(method: string, path: string, body?: unknown): Promise<Reply>;
  get(path: string): Promise<Reply>;
  post(path: string, body?: unknown): Promise<Reply>;
  put(path: string, body?: unknown): Promise<Reply>;
  patch(path: string, body?: unknown): Promise<Reply>;
  delete(path: string, body?: unknown): Promise<Reply>;
}

/** A user with a token. */
export interface Registered extends Caller {
  id: number;
  email: string;
  token: string;
  organization: number;
}

/** A mock with state, and a clock that only `wait` moves. */
export interface TestKeyNest extends AsyncDisposable {
  mock: Mock;
  anybody: Caller;
  /** @param headers - what to send with each request, such as a credential */
  as(headers: Record<string, string>): Caller;
  token(token: string): Caller;
  bearer(token: string): Caller;
  /** Registers a user, who is called `<name>@example.com`. */
  register(name: string): Promise<Registered>;
  /** Lets time go by. */
  wait(ms: number): void;
  /** Back to the start, the clock as well. */
  reset(): Promise<void>;
}

/** When the clock of tests starts. */
export const START: number = Date.parse("2026-01-01T00:00:00Z");

export const PASSWORD = "a good one, I say";

export async function startKeyNest(options: KeyNestOptions = {}): Promise<TestKeyNest> {
  let now = START;
  const mock = await startMock({ stateful: { start: "empty", clock: () => now, ...options } });
  const as = (headers: Record<string, string>): Caller => callerOf(mock.url, headers);
  const token = (text: string): Caller => as({ Authorization: `Token ${text}` });
  return {
    mock,
    anybody: as({}),
    as,
    token,
    bearer: (text) => as({ Authorization: `Bearer ${text}` }),
    async register(name) {
      const email = `${name}@example.com`;
      const { body } = await as({}).post("/api/auth/register/", {
        username: name,
        email,
        password: PASSWORD,
        confirm_password: PASSWORD,
      });
      return { ...token(body.token), id: body.user.id, email, token: body.token, organization: body.organization.id };
    },
    wait: (ms) => {
      now += ms;
    },
    reset: () => {
      now = START;
      return mock.reset();
    },
    [Symbol.asyncDispose]: () => mock.close(),
  };
}

function callerOf(url: string, headers: Record<string, string>): Caller {
  const send = async (method: string, path: string, body?: unknown): Promise<Reply> => {
    const isForm = body instanceof FormData || body instanceof URLSearchParams;
    const response = await fetch(url + path, {
      method,
      headers: { ...headers, ...(body !== undefined && !isForm && { "Content-Type": "application/json" }) },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    // The mock checks its own responses, and says so in this way when one breaks the description.
    if (response.status >= 500) throw new Error(`${method} ${path} got ${response.status}: ${text}`);
    const isJson = response.headers.get("content-type")?.includes("json");
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
  return {
    send,
    get: (path) => send("GET", path),
    post: (path, body) => send("POST", path, body),
    put: (path, body) => send("PUT", path, body),
    patch: (path, body) => send("PATCH", path, body),
    delete: (path, body) => send("DELETE", path, body),
  };
}

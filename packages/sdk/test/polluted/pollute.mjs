// What a merge of hostile JSON does to a process: every object without an own property of the name inherits one.
// A getter, so that it can tell who reads: Node.js and undici read their own objects, which nobody can mend from here.

const NOWHERE = "http://127.0.0.1:9";
const refuse = () => {
  throw new Error("a polluted function was called");
};

/**
 * Options of clients and calls, of connections, logins, pages, hooks and generated operations, and what is read on the way. Not
 * `body` and `statusText`: with them, Node's own `fetch` gives every response empty ones (it asks for them by `in`).
 */
const values = {
  ...{
    baseUrl: NOWHERE,
    auth: [],
    fetch: refuse,
    headers: { "x-polluted": "1" },
    clock: { now: refuse, sleep: refuse },
  },
  ...{ random: refuse, hooks: { request: refuse }, signal: AbortSignal.abort(), timeoutMs: -1, totalTimeoutMs: -1 },
  ...{ maxRetries: 9, retryUnsafe: true, maxDelayMs: -1, maxResponseBytes: 1, limit: 0, prefetch: true },
  ...{ proxy: NOWHERE, insecure: "yes", ca: "/none", cert: "/none", key: "/none", passphrase: "none" },
  ...{ maxConnections: -1, keepAliveTimeoutMs: -1, connectTimeoutMs: -1, dispatcher: { dispatch: refuse } },
  ...{ method: "DELETE", duplex: "full", redirect: "follow", credentials: "omit" },
  ...{
    renew: refuse,
    store: new Map(),
    marginMs: 1e9,
    obtain: refuse,
    revoke: refuse,
    proof: refuse,
    account: "polluted",
  },
  ...{
    tokens: { access: "polluted" },
    pending: refuse,
    signs: true,
    bodySignal: refuse,
    decode: refuse,
    bodyTimeoutMs: -1,
    level: "debug",
    log: refuse,
  },
  ...{ error: "polluted", detail: "polluted", message: "polluted", title: "polluted", long_message: "polluted" },
  ...{ token: "polluted", apiKey: "polluted", username: "polluted", email: "polluted", password: "polluted" },
  ...{ KEYNEST_TOKEN: "polluted", KEYNEST_API_KEY: "polluted", KEYNEST_BASE_URL: NOWHERE, http_proxy: NOWHERE },
  ...{ all_proxy: NOWHERE, HTTP_PROXY: NOWHERE, ALL_PROXY: NOWHERE, https_proxy: NOWHERE, no_proxy: "*" },
  ...{
    isActive: () => false,
    end: refuse,
    exp: 1,
    schemes: ["TokenAuth"],
    module: "data:text/javascript,",
  },
  ...{
    request: refuse,
    response: { status: 200 },
    retry: refuse,
    delayMs: -1,
    code: "ECONNREFUSED",
    operationId: "polluted",
  },
  ...{
    id: "polluted",
    path: "/polluted",
    target: refuse,
    query: ["polluted"],
    header: ["polluted"],
    cookie: ["polluted"],
  },
  ...{
    media: ["polluted"],
    accept: "text/polluted",
    decode: refuse,
    security: [["AdminKey"]],
    params: { polluted: 1 },
  },
  ...{
    as: "polluted",
    style: "deepObject",
    explode: false,
    allowReserved: true,
    json: true,
    contentType: "text/polluted",
  },
  ...{ next: "polluted", cursor: "polluted", offset: "polluted", items: "polluted", first: 7, total: 1, page: 7 },
  ...{
    requestsPerMinute: 0,
    maxBodyBytes: 1,
    event: "variable.created",
    search: "polluted",
    organization: 7,
    problem: "no",
  },
  ...{ "idempotency-key": "polluted", "x-polluted": "1", 404: refuse, text: "polluted", cause: new Error("polluted") },
};

/** Reads of polluted values by the packages under test: the name, and where. */
export const taken = new Set();

const OURS = /[\\/](runtime|sdk)[\\/]dist[\\/]/;

export function pollute() {
  for (const [name, value] of Object.entries(values)) {
    Object.defineProperty(Object.prototype, name, {
      configurable: true,
      get() {
        const [, , reader = ""] = new Error().stack.split("\n");
        if (!OURS.test(reader)) return undefined;
        taken.add(`${name} ${reader.trim()}`);
        return value;
      },
      set(own) {
        Object.defineProperty(this, name, { value: own, configurable: true, enumerable: true, writable: true });
      },
    });
  }
}

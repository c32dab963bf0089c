import type { Call } from "./call.ts";
import type { OtherStatus } from "./status.ts";

interface Answer {
  /** The headers of the answer. */
  readonly headers: Headers;
  /** The answer as `fetch` gave it; its body has been read. */
  readonly response: Response;
  /** The request, made when it is asked for. Credentials, `Authorization` and `Cookie` are left out. */
  readonly request: Request;
}

/** The server did what was asked. */
export interface Success<Status extends number, Data> extends Answer {
  readonly ok: true;
  readonly status: Status;
  readonly data: Data;
}

/** The server answered with another status than a success. */
export interface Failure<Status extends number, Body> extends Answer {
  readonly ok: false;
  readonly status: Status;
  readonly error: Body;
}

/**
 * A failure with a status that the description does not list. An undocumented 2xx is a success all the same when it
 * happens (`ok: true` and `data`, decoded); the types do not list it, nor codes that nobody has registered.
 */
export type Undocumented<Documented extends number> = Failure<OtherStatus<Documented>, unknown>;

/** Where {@link unwrap} finds the call; shared by the ESM and CommonJS builds. */
const context: unique symbol = /* @__PURE__ */ Symbol.for("@keynest/runtime.result") as never;

/** What is known of a call when its answer is there. */
export interface Outcome {
  readonly call: Call;
  readonly response: Response;
}

/** Only `ok`, `status` and `data` or `error` are enumerable, so printing a result prints no header. */
class DetailedResult {
  declare readonly ok: boolean;
  declare readonly status: number;
  readonly #outcome: Outcome;

  constructor(outcome: Outcome, body: unknown) {
    const { ok, status } = outcome.response;
    Object.assign(this, ok ? { ok, status, data: body } : { ok, status, error: body });
    this.#outcome = outcome;
  }

  get headers(): Headers {
    return this.#outcome.response.headers;
  }

  get response(): Response {
    return this.#outcome.response;
  }

  get request(): Request {
    const { url, operation, headers, body } = this.#outcome.call;
    const { authorization, cookie, ...shown } = headers;
    const init = { method: operation.method, headers: shown, body: body instanceof ReadableStream ? undefined : body };
    return new Request(url, init as RequestInit);
  }

  get [context](): Outcome {
    return this.#outcome;
  }
}

export function createResult(outcome: Outcome, body: unknown): unknown {
  return new DetailedResult(outcome, body);
}

export function outcomeOf(result: object): Outcome {
  return (result as DetailedResult)[context];
}

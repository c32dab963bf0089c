import type { Call } from "./call.ts";
import { hide } from "./internals.ts";
import { mayRepeat } from "./retry.ts";
import type { OtherStatus } from "./status.ts";

interface Answered {
  /** The headers of the answer. */
  readonly headers: Headers;
  /** The answer as `fetch` gave it; its body has been read. */
  readonly response: Response;
  /** The request, made when it is asked for. Credentials, `Authorization` and `Cookie` are left out. */
  readonly request: Request;
}

/** The server did what was asked. */
export interface Success<Status extends number, Data> extends Answered {
  readonly ok: true;
  readonly status: Status;
  readonly data: Data;
}

/** The server answered with another status than a success. */
export interface Failure<Status extends number, Body> extends Answered {
  readonly ok: false;
  readonly status: Status;
  readonly error: Body;
}

/**
 * A failure with a status that the description does not list. An undocumented 2xx is a success all the same when it
 * happens (`ok: true` and `data`, decoded); the types do not list it, nor codes that nobody has registered.
 */
export type Undocumented<Documented extends number> = Failure<OtherStatus<Documented>, unknown>;

/** Only `ok`, `status` and `data` or `error` are enumerable, so printing a result prints no header. */
class DetailedResult {
  declare readonly ok: boolean;
  declare readonly status: number;
  readonly #call: Call;
  readonly #response: Response;

  constructor(call: Call, response: Response, body: unknown) {
    const { ok, status } = response;
    Object.assign(this, { ok, status, [ok ? "data" : "error"]: body });
    this.#call = call;
    hide(this, call);
    this.#response = response;
  }

  get headers(): Headers {
    return this.#response.headers;
  }

  get response(): Response {
    return this.#response;
  }

  get request(): Request {
    const { request } = this.#call;
    const { authorization, cookie, ...headers } = request.headers;
    return new Request(request.url, {
      ...request,
      headers,
      body: mayRepeat(this.#call) ? request.body : undefined,
    } as RequestInit);
  }
}

export function createResult(call: Call, response: Response, body: unknown): unknown {
  return new DetailedResult(call, response, body);
}

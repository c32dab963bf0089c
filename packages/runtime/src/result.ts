import type { Answer } from "./attempt.ts";
import { hide, internalsOf } from "./internals.ts";
import { ownProperties } from "./own-properties.ts";
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
export class DetailedResult {
  declare readonly ok: boolean;
  declare readonly status: number;

  constructor(answer: Answer) {
    const { response, body } = answer;
    const { ok, status } = response;
    Object.assign(this, { ok, status, [ok ? "data" : "error"]: body });
    hide(this, answer);
  }

  get headers(): Headers {
    return this.response.headers;
  }

  get response(): Response {
    return (internalsOf(this) as Answer).response;
  }

  get request(): Request {
    const { call } = internalsOf(this) as Answer;
    const { request } = call;
    const { authorization, cookie, ...headers } = request.headers;
    const body = mayRepeat(call) ? request.body : undefined;
    return new Request(
      request.url,
      ownProperties({ ...request, headers: ownProperties(headers), body } as RequestInit),
    );
  }
}

import { hide, internalsOf } from "../internals.ts";
import type { OtherStatus } from "../operation/status.ts";
import { ownProperties } from "../own-properties.ts";
import type { Exchange } from "./exchange.ts";
import { canReplay } from "./retry.ts";

interface Received {
  /** The headers of the response. */
  readonly headers: Headers;
  /** The response as `fetch` gave it; its body has been read. */
  readonly response: Response;
  /** The request, made when it is asked for. Credentials, `Authorization` and `Cookie` are left out. */
  readonly request: Request;
}

/** The server did what was asked. */
export interface Success<Status extends number, Data> extends Received {
  readonly ok: true;
  readonly status: Status;
  readonly data: Data;
}

/** The server responded with another status than a success. */
export interface Failure<Status extends number, Body> extends Received {
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

  constructor(exchange: Exchange) {
    const { response, body } = exchange;
    const { ok, status } = response;
    Object.assign(this, { ok, status, [ok ? "data" : "error"]: body });
    hide(this, exchange);
  }

  get headers(): Headers {
    return this.response.headers;
  }

  get response(): Response {
    return (internalsOf(this) as Exchange).response;
  }

  get request(): Request {
    const { request } = (internalsOf(this) as Exchange).context;
    const { authorization, cookie, ...headers } = request.headers;
    const body = canReplay(request) ? request.body : undefined;
    return new Request(
      request.url,
      ownProperties({ ...request, headers: ownProperties(headers), body } as RequestInit),
    );
  }
}

import { hide, internalsOf } from "../internals.ts";
import type { OtherStatus } from "../operation/status.ts";
import { ownProperties } from "../own-properties.ts";
import type { Exchange } from "./exchange.ts";
import { canReplay } from "./retry.ts";

interface Received {
  /** The headers of the response. */
  readonly headers: Headers;
  /** The response of `fetch`; its body has been read. */
  readonly response: Response;
  /** The request, without credentials, `Authorization` and `Cookie`; made at each access. */
  readonly request: Request;
}

/** The server responded with a success. */
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
 * A failure with a status that the description does not list. At run time, an undocumented 2xx is a success (`ok: true` and
 * decoded `data`). The types omit it, and they omit unregistered codes.
 */
export type Undocumented<Documented extends number> = Failure<OtherStatus<Documented>, unknown>;

/** A detailed result. Only `ok`, `status` and `data` or `error` are enumerable, so that printing it shows no header. */
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

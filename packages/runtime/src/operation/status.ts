// The codes of the IANA registry, for the ranges of a description; and those of nginx and Cloudflare.

export type InformationalStatus = 100 | 101 | 102 | 103;

export type SuccessStatus = 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226;

export type RedirectStatus = 300 | 301 | 302 | 303 | 304 | 305 | 307 | 308;

export type ClientErrorStatus =
  | (400 | 401 | 402 | 403 | 404 | 405 | 406 | 407 | 408 | 409 | 410 | 411 | 412 | 413 | 414 | 415 | 416 | 417)
  | (421 | 422 | 423 | 424 | 425 | 426 | 428 | 429 | 431 | 451 | 499);

export type ServerErrorStatus = 500 | 501 | 502 | 503 | 504 | 505 | 506 | 507 | 508 | 510 | 511 | ProxyErrorStatus;

type ProxyErrorStatus = 520 | 521 | 522 | 523 | 524 | 525 | 526 | 530;

/**
 * Every status of a failure but the documented ones. These are literals, because a plain or branded `number` in a union
 * would keep `status === 404` and `switch (status)` from choosing the documented member.
 */
export type OtherStatus<Documented extends number> = Exclude<
  RedirectStatus | ClientErrorStatus | ServerErrorStatus,
  Documented
>;

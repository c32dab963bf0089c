// The codes of the IANA registry, for the ranges 2XX, 3XX, 4XX and 5XX of a description.

export type SuccessStatus = 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226;

export type RedirectStatus = 300 | 301 | 302 | 303 | 304 | 305 | 307 | 308;

export type ClientErrorStatus =
  | (400 | 401 | 402 | 403 | 404 | 405 | 406 | 407 | 408 | 409 | 410 | 411 | 412 | 413 | 414 | 415 | 416 | 417)
  | (421 | 422 | 423 | 424 | 425 | 426 | 428 | 429 | 431 | 451);

export type ServerErrorStatus = 500 | 501 | 502 | 503 | 504 | 505 | 506 | 507 | 508 | 510 | 511;

/**
 * A status that the description does not list. It is a number, yet no literal: beside documented statuses in a union,
 * `status === 404` and `switch (status)` choose the documented member alone.
 */
export type UndocumentedStatus = number & { readonly "~undocumented": true };

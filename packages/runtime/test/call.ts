import {
  type Client,
  decodeMedia,
  findSecrets,
  jsonBody,
  type MediaType,
  mediaBody,
  type Operation,
  pathTarget,
  type RequestOptions,
  request,
  requestData,
} from "../src/index.ts";
import { styledTarget } from "../src/operation/parameters/styled-target.ts";
import type { Received } from "./server.ts";

export type Detailed = {
  readonly ok: boolean;
  readonly status: number;
  readonly data?: unknown;
  readonly error?: unknown;
  readonly headers: Headers;
  readonly response: Response;
  readonly request: Request;
};

/** The parts of an operation, with the media types of its body in place of what writes them. */
export interface OperationDetails extends Partial<Omit<Operation, "body">> {
  readonly body?: string | MediaType | readonly (string | MediaType)[];
}

/** An operation with defaults for what a test does not care about, carrying what a generated one of its kind does. */
export function operation({ body, ...details }: OperationDetails = {}): Operation {
  const { path = "/things/", query = [], header, cookie, accept, sensitive } = details;
  const isPlain =
    !header && !cookie && query.every((parameter) => typeof parameter === "string") && !/[.;*]/.test(path);
  return {
    id: "getThing",
    method: "GET",
    path,
    ...(path.includes("{") && { target: pathTarget }),
    ...(!isPlain && { target: styledTarget }),
    ...(body && (body === "application/json" ? { body: jsonBody } : { body: mediaBody, media: [body].flat() })),
    ...(accept && { decode: decodeMedia }),
    ...(sensitive && { findSecrets }),
    ...details,
  };
}

/** Attempts once, if nothing else is asked for. */
export function detailed(client: Client, op: Operation, params?: object, options?: RequestOptions): Promise<Detailed> {
  return request<Detailed>(client, op, params, { maxRetries: 0, ...options });
}

/** The plain form, for servers that answer with what they received. Attempts once, if nothing else is asked for. */
export function plain(client: Client, op: Operation, params?: object, options?: RequestOptions): Promise<Received> {
  return requestData(client, op, params, { maxRetries: 0, ...options });
}

/** What a promise rejects with. */
export async function rejection(promise: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  try {
    await promise;
  } catch (error) {
    return error as Error & Record<string, unknown>;
  }
  throw new Error("expected a rejection");
}

import type { Client } from "../client/client.ts";
import type { Hooks } from "../hooks/hooks.ts";
import { isStream, tagOf } from "../operation/bodies/binary.ts";
import type { EncodedBody } from "../operation/bodies/encoded-body.ts";
import type { Operation } from "../operation/operation.ts";
import type { RequestOptions } from "../options.ts";
import { ownProperties } from "../own-properties.ts";
import { findSecrets } from "../redaction/find-secrets.ts";
import { request } from "./request.ts";

/** A raw request: its name in errors, its method, and the credentials that it may carry. */
export type RawOperation = Pick<Operation, "id" | "method" | "security" | "redirect">;

/**
 * Sends a request that no operation describes, as a call of the client.
 *
 * @param target - path and query below `baseUrl`
 * @param body - plain objects and arrays are sent as JSON, other values as `fetch` sends them
 * @returns the response of any status, with its body unread
 */
export async function sendRaw(
  client: Client,
  described: RawOperation,
  target: string,
  body: unknown,
  given?: RequestOptions,
): Promise<Response> {
  const options = ownProperties(given);
  const operation: Operation = {
    ...ownProperties(described),
    path: target.replace(/\?.*/, ""),
    target: () => ({ target }),
    body: () => encode(body),
    accept: "*/*",
    // The body is left to the caller, whose signal ends it as well.
    decode: async () => undefined,
    ...(options.signal && { bodySignal: options.signal }),
    // Any part of the body may be secret.
    sensitive: ["*"],
    findSecrets,
  };
  const hooks = [options.hooks ?? [], dropBody].flat();
  const { response } = await request<{ response: Response }>(client, operation, { body }, { ...options, hooks });
  return response;
}

/** Releases the connection of a response that is not returned. Fails silently if the body broke off or has been read. */
const dropBody: Hooks = { retry: ({ response }) => void response?.body?.cancel().catch(() => {}) };

function encode(value: unknown): EncodedBody {
  const isData = !isStream(value) && / (Object|Array)]/.test(tagOf(value));
  return isData ? [JSON.stringify(value), "application/json"] : [value];
}

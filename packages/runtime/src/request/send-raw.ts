import type { Client } from "../client/client.ts";
import type { Hooks } from "../hooks/hooks.ts";
import { isStream, tagOf } from "../operation/bodies/binary.ts";
import type { EncodedBody } from "../operation/bodies/encoded-body.ts";
import type { Operation } from "../operation/operation.ts";
import type { RequestOptions } from "../options.ts";
import { ownProperties } from "../own-properties.ts";
import { findSecrets } from "../redaction/find-secrets.ts";
import { request } from "./request.ts";

/** What names a raw request in errors, how it is sent, and the credentials that it may carry. */
export type RawOperation = Pick<Operation, "id" | "method" | "security" | "redirect">;

/**
 * Sends a request that needs no description, as a call of the client.
 *
 * @param target - path and query below `baseUrl`
 * @param body - plain objects and arrays are sent as JSON, all else as `fetch` sends it
 * @returns the response, whatever its status, with its body unread
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
    fetchSignal: (signal) => (options.signal ? AbortSignal.any([signal, options.signal]) : signal),
    // Nobody knows what is secret in it.
    sensitive: ["*"],
    findSecrets,
  };
  const hooks = [options.hooks ?? [], dropBody].flat();
  const { response } = await request<{ response: Response }>(client, operation, { body }, { ...options, hooks });
  return response;
}

/** A response that is not returned must not hold its connection. It cannot be dropped if it broke off, or was read. */
const dropBody: Hooks = { retry: ({ response }) => void response?.body?.cancel().catch(() => {}) };

function encode(value: unknown): EncodedBody {
  const isData = !isStream(value) && / (Object|Array)]/.test(tagOf(value));
  return isData ? [JSON.stringify(value), "application/json"] : [value];
}

import type { Client } from "../client/client.ts";
import { clientStateOf } from "../client/client-options.ts";
import { UsageError } from "../errors/usage-error.ts";
import type { Hooks } from "../hooks/hooks.ts";
import type { Operation } from "../operation/operation.ts";
import { queryTarget } from "../operation/parameters/query-target.ts";
import type { RequestOptions } from "../options.ts";
import { ownProperties } from "../own-properties.ts";
import type { FoundSecrets } from "../redaction/find-secrets.ts";
import { chooseCredentials } from "./authorize.ts";
import type { Call } from "./call.ts";
import { mergeHeaders } from "./headers.ts";
import { notNegative } from "./time-limits.ts";

const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_MAX_RESPONSE_BYTES: number = 100 * 2 ** 20;

type LimitName = "timeoutMs" | "bodyTimeoutMs" | "totalTimeoutMs" | "maxResponseBytes";

/**
 * Makes a call from the arguments of a function: URL, headers, body, limits and credentials.
 *
 * @throws {UsageError} if an argument is invalid; the message names the operation
 */
export function prepare(
  client: Client,
  givenOperation: Operation,
  givenParams: object | undefined,
  givenOptions: RequestOptions | undefined,
): Call {
  // JavaScript callers may pass null.
  const params = givenParams ?? {};
  const operation = ownProperties(givenOperation);
  const options = ownProperties(givenOptions);
  try {
    const state = clientStateOf(client);
    const { target, headers: parameterHeaders } = ownProperties((operation.target ?? queryTarget)(operation, params));
    const [body, contentType] = operation.body?.(operation, params) ?? [];
    const headers = mergeHeaders(
      Object.create(null),
      { accept: operation.accept ?? "application/json", "content-type": contentType },
      state.headers,
      // Servers check a stale token even in operations that need none, such as the login.
      operation.security?.length ? undefined : { authorization: null },
      parameterHeaders,
      options.headers,
    );
    /** A limit of the call, else of the client; 0 is no limit. */
    const limitOf = (name: LimitName, defaultLimit: number) =>
      notNegative(name, options[name] ?? state[name] ?? defaultLimit) || Infinity;
    const timeoutMs = limitOf("timeoutMs", DEFAULT_TIMEOUT_MS);
    const totalTimeoutMs = limitOf("totalTimeoutMs", 0);
    let found: Promise<FoundSecrets> | undefined;
    return {
      client,
      state,
      operation,
      params,
      options,
      hooks: ([] as Hooks[]).concat(state.hooks ?? [], options.hooks ?? []),
      timeoutMs,
      bodyTimeoutMs: limitOf("bodyTimeoutMs", timeoutMs),
      maxResponseBytes: limitOf("maxResponseBytes", DEFAULT_MAX_RESPONSE_BYTES),
      totalTimeoutMs,
      deadline: client.clock.now() + totalTimeoutMs,
      credentials: chooseCredentials(operation, state.credentials),
      findSecrets() {
        found ??= operation.findSecrets?.(params, operation.sensitive);
        return found;
      },
      request: { method: operation.method, url: client.baseUrl + target, headers, body },
    };
  } catch (error) {
    throw new UsageError((error as Error).message, { operationId: operation.id });
  }
}

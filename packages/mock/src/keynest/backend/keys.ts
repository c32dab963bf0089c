import type { MockResponse } from "../../server/mock-response.ts";
import { type KeyNest, ok, type UserCall } from "./call.ts";
import { unprocessable } from "./errors.ts";
import { hashToken, randomHex, randomUuid } from "./secrets.ts";
import { isoTime } from "./times.ts";

interface Key {
  uuid: string;
  name: string;
  masked: string;
  created: number;
  last_used: number | null;
  succeeded: number;
  failed: number;
}

/** The number of requests that `quota_usage_percentage` counts as 100. It is not a limit. */
const QUOTA = 1000;
const DAY_MS = 86_400_000;

export function listKeys({ database, user }: UserCall): MockResponse {
  const keys = database.all<Key>("SELECT * FROM api_keys WHERE user_id = :user ORDER BY created, rowid", {
    user: user.id,
  });
  return ok(
    keys.map(({ uuid, name, masked, created, last_used }) => ({
      uuid,
      name,
      api_key: masked,
      created: isoTime(created),
      last_used: last_used === null ? null : isoTime(last_used),
    })),
  );
}

export function createKey(call: UserCall): MockResponse {
  const uuid = randomUuid(call.random);
  const api_key = `occ-${randomHex(call.random, 32)}`;
  addKey(call, { uuid, api_key, userId: call.user.id, name: (call.body as { name: string }).name });
  return ok({ uuid, api_key });
}

export function deleteKey(call: UserCall): MockResponse {
  call.database.run("DELETE FROM api_keys WHERE uuid = :uuid", { uuid: keyOf(call).uuid });
  return ok({});
}

export function getKeyUsage(call: UserCall): MockResponse {
  const { succeeded, failed, created } = keyOf(call);
  const completed = succeeded + failed;
  return ok({
    completed_requests: completed,
    successful_requests: succeeded,
    failed_requests: failed,
    quota_usage_percentage: (100 * completed) / QUOTA,
    requests_per_day: completed / Math.max(1, (call.now() - created) / DAY_MS),
  });
}

/** Stores a key as a hash. */
export function addKey(
  { database, now }: Pick<KeyNest, "database" | "now">,
  { uuid, api_key, userId, name }: { uuid: string; api_key: string; userId: number; name: string },
): void {
  database.insert("api_keys", {
    uuid,
    user_id: userId,
    name,
    hash: hashToken(api_key),
    masked: `${api_key.slice(0, 6)}${"*".repeat(12)}${api_key.slice(-2)}`,
    created: now(),
  });
}

/** Counts a request that was made with a key. */
export function countUse({ database, now }: KeyNest, uuid: string, isSuccess: boolean): void {
  const column = isSuccess ? "succeeded" : "failed";
  database.run(`UPDATE api_keys SET ${column} = ${column} + 1, last_used = :now WHERE uuid = :uuid`, {
    uuid,
    now: now(),
  });
}

function keyOf({ database, request, user }: UserCall): Key {
  const uuid = (request.pathParams.uuid ?? "").toLowerCase();
  const key = database.get<Key>("SELECT * FROM api_keys WHERE uuid = :uuid AND user_id = :user", {
    uuid,
    user: user.id,
  });
  // The description has no 404 here.
  if (!key) throw unprocessable([{ loc: ["path", "uuid"], msg: "API key not found", type: "not_found" }]);
  return key;
}

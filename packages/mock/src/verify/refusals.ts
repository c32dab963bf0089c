import { isSecured } from "./credentials.ts";
import type { RequestValues } from "./outgoing-request.ts";
import type { Success, Suite } from "./suite.ts";

/** An unused ID: the largest one of most databases. */
export const UNKNOWN_ID = 2_147_483_647;
/** An unused UUID. */
export const UNKNOWN_UUID = "00000000-0000-4000-8000-000000000000";

/** Checks that an operation refuses a request without a credential. */
export async function refusesStrangers(
  suite: Suite,
  name: string,
  call: RequestValues = {},
): Promise<Success | undefined> {
  if (!isSecured(suite.operation(name))) return undefined;
  return suite.refuse(name, { ...call, as: {} }, [401], "no credential was sent");
}

/** Checks that an operation responds with 404 if there is no such object. */
export async function refusesUnknown(suite: Suite, name: string, call: RequestValues): Promise<void> {
  await suite.refuse(name, call, [404], "there is no such object");
}

/** Checks that an operation refuses an invalid body. */
export async function refusesBadBody(suite: Suite, name: string, call: RequestValues): Promise<Success | undefined> {
  return suite.refuse(name, call, [400, 422], "the body breaks the description");
}

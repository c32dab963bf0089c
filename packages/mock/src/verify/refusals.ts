import { isSecured } from "./credentials.ts";
import type { Call } from "./request-values.ts";
import type { Success, Suite } from "./suite.ts";

/** An ID that no list shows, as large as databases have them. */
export const UNKNOWN_ID = 2_147_483_647;
/** A UUID that nothing has. */
export const UNKNOWN_UUID = "00000000-0000-4000-8000-000000000000";

/** Checks that an operation lets nobody in without a credential. */
export async function refusesStrangers(suite: Suite, name: string, call: Call = {}): Promise<Success | undefined> {
  if (!isSecured(suite.operation(name))) return undefined;
  return suite.refuse(name, { ...call, as: {} }, [401], "no credential was sent");
}

/** Checks that an operation knows nothing of what is not there. */
export async function refusesUnknown(suite: Suite, name: string, call: Call): Promise<void> {
  await suite.refuse(name, call, [404], "there is no such object");
}

/** Checks that an operation takes no body that breaks the description. */
export async function refusesBadBody(suite: Suite, name: string, call: Call): Promise<Success | undefined> {
  return suite.refuse(name, call, [400, 422], "the body breaks the description");
}

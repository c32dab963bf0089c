import type { Outgoing } from "../credentials/credential.ts";
import type { Operation } from "../operation/operation.ts";
import { ownProperties } from "../own-properties.ts";
import { credentialsIn } from "./credential-names.ts";
import type { FoundSecrets } from "./find-secrets.ts";
import { hideSpellings } from "./hide-spellings.ts";
import { REDACTED } from "./shown.ts";

/** Longer causes are rather left out than looked through. */
const MOST_OF_A_CAUSE = 20_000;

/** Where the secrets of a call are found. */
export interface SecretSource {
  readonly call: { readonly operation: Operation; readonly findSecrets: () => Promise<FoundSecrets> | undefined };
  readonly outgoing: Pick<Outgoing, "headers" | "secrets">;
}

/**
 * Replaces what must not be shown, in whatever way it is written: credentials that were sent, and values of sensitive
 * fields of the request. Does not reject: if anything goes wrong, nothing of the text is shown.
 *
 * @param atMost - how many characters are shown; the rest need not be looked at, and may be missing
 * @param body - of the response, if its values of sensitive fields are to be hidden as well
 */
export async function redact(source: SecretSource, text: string, atMost: number, body?: unknown): Promise<string> {
  try {
    const { call, outgoing } = source;
    const { sensitive, findSecrets } = call.operation;
    const found = await call.findSecrets();
    const said = await findSecrets?.(body, sensitive, true);
    const secrets = [outgoing.secrets, credentialsIn(outgoing.headers), said?.secrets ?? []];
    return (found?.hide ?? hideSpellings)(text, secrets.flat().map(String), atMost).slice(0, atMost);
  } catch {
    return REDACTED;
  }
}

/** The cause, unless it quotes a secret, as some do with the URL, or holds the request, as those of some libraries do. */
export async function cleanCause(source: SecretSource, cause: unknown): Promise<unknown> {
  try {
    const text = printed(cause);
    if (text.length > MOST_OF_A_CAUSE || (await redact(source, text, MOST_OF_A_CAUSE)).includes(REDACTED))
      return undefined;
    return cause;
  } catch {
    // What refers to itself cannot be looked through.
    return undefined;
  }
}

/** All that is printed of an error: its own texts and fields, and those of its causes, however many. */
function printed(error: unknown): string {
  const { stack, cause, errors = [] } = ownProperties(Object(error) as AggregateError);
  return `${error} ${stack} ${JSON.stringify(error)} ${[cause, ...errors].map((inner) => inner && printed(inner))}`;
}

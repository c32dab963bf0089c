import type { Outgoing } from "../credentials/credential.ts";
import type { Operation } from "../operation/operation.ts";
import { ownProperties } from "../own-properties.ts";
import { credentialsIn } from "./credential-names.ts";
import type { FoundSecrets } from "./find-secrets.ts";
import { hideSpellings } from "./hide-spellings.ts";
import { REDACTED } from "./shown.ts";

/** Longer causes are dropped without a search, in characters. */
const MOST_OF_A_CAUSE = 20_000;

/** The secrets of a call. */
export interface SecretSource {
  readonly call: { readonly operation: Operation; readonly findSecrets: () => Promise<FoundSecrets> | undefined };
  readonly outgoing: Pick<Outgoing, "headers" | "secrets">;
}

/**
 * Replaces secrets in a text, in any encoding: credentials that were sent, and values of sensitive fields of the request.
 * Does not reject: if the search fails, the whole text is replaced.
 *
 * @param atMost - length of the result, in characters
 * @param body - body of the response, to hide its values of sensitive fields as well
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

/** The cause, unless it contains a secret: some quote the URL, and those of some libraries have the request. */
export async function cleanCause(source: SecretSource, cause: unknown): Promise<unknown> {
  try {
    const text = printed(cause);
    if (text.length > MOST_OF_A_CAUSE || (await redact(source, text, MOST_OF_A_CAUSE)).includes(REDACTED))
      return undefined;
    return cause;
  } catch {
    // A circular error cannot be searched.
    return undefined;
  }
}

/** Everything that printing an error shows: its texts and properties, and those of all its causes. */
function printed(error: unknown): string {
  const { stack, cause, errors = [] } = ownProperties(Object(error) as AggregateError);
  return `${error} ${stack} ${JSON.stringify(error)} ${[cause, ...errors].map((inner) => inner && printed(inner))}`;
}

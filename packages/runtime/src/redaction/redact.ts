import type { Outgoing } from "../credentials/credential.ts";
import { detailsOf, type SdkError } from "../errors/sdk-error.ts";
import { tagOf } from "../operation/bodies/binary.ts";
import type { Operation } from "../operation/operation.ts";
import { credentialsIn } from "./credential-names.ts";
import type { FoundSecrets } from "./find-secrets.ts";
import { hideSpellings } from "./hide-spellings.ts";
import { REDACTED } from "./shown.ts";

/** Longer causes are dropped without a search, in characters. */
const MOST_OF_A_CAUSE = 20_000;

const MOST_OF_A_REQUEST_ID = 200;

/** The method by which an object tells Node.js how to print it. */
const PRINTS_ITSELF: unique symbol = /* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom");

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

/** Hides secrets that the server has put into the request id of an error. Does not reject. */
export async function redactRequestId<Thrown>(source: SecretSource, error: Thrown): Promise<Thrown> {
  const { requestId } = Object(error) as SdkError;
  const details = detailsOf(error);
  if (!details || requestId === undefined) return error;
  const shown = { requestId: await redact(source, requestId, MOST_OF_A_REQUEST_ID) };
  // The copy of the error that a blocking call throws is made of its details.
  Object.assign(details, shown);
  return Object.assign(error as object, shown) as Thrown;
}

/** The cause, unless it contains a secret: some quote the URL, and those of some libraries have the request. */
export async function cleanCause(source: SecretSource, cause: unknown): Promise<unknown> {
  try {
    const text = printed(cause);
    if (text.length > MOST_OF_A_CAUSE || (await redact(source, text, MOST_OF_A_CAUSE)).includes(REDACTED))
      return undefined;
    return cause;
  } catch {
    // A circular error, or one with more than plain data, cannot be searched.
    return undefined;
  }
}

/**
 * Everything that printing an error may show: its texts and properties, hidden ones too, and those of all its values.
 *
 * @throws {TypeError} if a value prints content that its properties do not show, as `Headers` and `Request` do
 */
function printed(value: unknown): string {
  if (Object(value) !== value) return String(value);
  const object = value as object;
  if (!/ (Error|DOMException|Object|Array|Function)]$/.test(tagOf(object)) || PRINTS_ITSELF in object) {
    throw new TypeError("not plain data");
  }
  const fields = Reflect.ownKeys(object)
    // That of functions refers to the function.
    .filter((name) => name !== "prototype")
    .map((name) => `${String(name)} ${printed(object[name as keyof object])}`);
  return `${object instanceof Error ? object : ""} ${fields.join(" ")}`;
}

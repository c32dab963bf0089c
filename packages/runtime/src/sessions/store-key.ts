import { UsageError } from "../errors/usage-error.ts";

/**
 * The fields of a login request that the server checks: names and secrets, and fields that decide what the tokens permit,
 * such as a scope.
 */
export type LoginProof = Readonly<Record<string, string | null | undefined>>;

/** The target of a login. It has no secrets, because the keys in the store show it. */
export interface LoginSubject {
  readonly scheme: string;
  /** The `baseUrl` of the client. */
  readonly server: string;
  readonly account: string;
}

/**
 * 600,000 iterations for PBKDF2-HMAC-SHA-256, as the OWASP Password Storage Cheat Sheet recommends. Each round hashes the
 * result of the one before, because workerd refuses more than 100,000 iterations at once
 * (https://github.com/cloudflare/workerd/issues/1346). The cost of a guess is the same.
 */
const ROUNDS = 6;
const ITERATIONS_PER_ROUND = 100_000;
const DERIVED_BITS = 256;

/**
 * Serializes the proof: the same text for the same fields in any order, and another text for other fields.
 *
 * @throws {UsageError} if the proof is empty, or a field is not text
 */
export function serializeProof(proof: LoginProof): string {
  const sent = Object.entries(proof).filter(([, value]) => value !== undefined);
  if (!sent.length) throw new UsageError("the proof of a session with a store is empty");
  for (const [name, value] of sent) {
    if (value !== null && typeof value !== "string") throw new UsageError(`${name} must be text to prove a login`);
  }
  return JSON.stringify(sent.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * Derives the key of a login in a store, so that its tokens cannot be found without the proof. The parts are JSON, so that
 * their limits are unambiguous. It takes a fraction of a second on one core.
 *
 * @param proof - the result of {@link serializeProof}
 * @returns the key; undefined if there is no Web Crypto, as on pages that were loaded over plain http
 */
export async function deriveStoreKey(subject: LoginSubject, proof: string): Promise<string | undefined> {
  const parts = [subject.scheme, subject.server, subject.account];
  try {
    return JSON.stringify([...parts, toHex(await hashSlowly(proof, JSON.stringify(parts)))]);
  } catch {
    return undefined;
  }
}

/** PBKDF2 (RFC 8018, section 5.2). */
async function hashSlowly(secret: string, salt: string): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const algorithm = {
    name: "PBKDF2",
    hash: "SHA-256",
    salt: encoder.encode(salt),
    iterations: ITERATIONS_PER_ROUND,
  };
  let hash = encoder.encode(secret);
  for (let round = 0; round < ROUNDS; round++) {
    const key = await crypto.subtle.importKey("raw", hash, algorithm.name, false, ["deriveBits"]);
    hash = new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, DERIVED_BITS));
  }
  return hash;
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Derives the keys of one session: one per server, and a new one only when the proof has changed. */
export function rememberStoreKeys(): typeof deriveStoreKey {
  const derived = new Map<string, { readonly proof: string; readonly key: Promise<string | undefined> }>();
  return (subject, proof) => {
    const last = derived.get(subject.server);
    if (last?.proof === proof) return last.key;
    const key = deriveStoreKey(subject, proof);
    derived.set(subject.server, { proof, key });
    return key;
  };
}

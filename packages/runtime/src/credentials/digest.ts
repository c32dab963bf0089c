import { md5 } from "@noble/hashes/legacy.js";
import { sha256, sha512_256 } from "@noble/hashes/sha2.js";
import { bytesToHex, randomBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { UsageError } from "../errors/usage-error.ts";
import type { UserPassword } from "./basic.ts";
import type { Credential, Outgoing, Refusal, Secret } from "./credential.ts";
import { bodyBytes } from "./signing/body-bytes.ts";
import { type DigestChallenge, readDigestChallenges } from "./signing/digest-challenge.ts";

export type { UserPassword } from "./basic.ts";

type Hash = (data: string | Uint8Array) => string;

const hashWith =
  (algorithm: (bytes: Uint8Array) => Uint8Array): Hash =>
  (data) =>
    bytesToHex(algorithm(typeof data === "string" ? utf8ToBytes(data) : data));

/** Algorithms by their names in challenges, without `-sess` (RFC 7616, section 6.1). */
const HASHES: Readonly<Record<string, Hash>> = {
  MD5: hashWith(md5),
  "SHA-256": hashWith(sha256),
  "SHA-512-256": hashWith(sha512_256),
};

/** A challenge, and how often it has been used. */
interface Session {
  readonly challenge: DigestChallenge;
  readonly hash: Hash;
  /** Requests that have used the nonce. */
  count: number;
}

/** Options of {@link digest}. */
export interface DigestOptions {
  /** Makes the client nonce of each request; for tests. @default 16 random bytes, in hexadecimal */
  readonly clientNonce?: (() => string) | undefined;
}

/**
 * HTTP Digest authentication (RFC 7616): MD5, SHA-256 and SHA-512-256, their `-sess` variants, `auth` and `auth-int`, and
 * hashed user names. The first request to a server has no credentials; its 401 brings the challenge, which later requests
 * use until the server calls it stale.
 *
 * @param scheme - the name of the security scheme in the description
 * @param user - name and password, or a function that is asked for them before each request
 * @returns the credential; a call rejects with a UsageError if the server offers only `auth-int` and the body is a stream
 *   or a form with files
 */
export function digest<const Scheme extends string>(
  scheme: Scheme,
  user: Secret<UserPassword>,
  { clientNonce = () => bytesToHex(randomBytes(16)) }: DigestOptions = {},
): Credential<Scheme> {
  const sessions = new Map<string, Session>();
  const answered = new WeakMap<Outgoing, Session>();

  async function answer(outgoing: Outgoing, session: Session): Promise<void> {
    const { username, password } = await (typeof user === "function" ? user() : user);
    if (!username || !password) throw new UsageError(`The credential for ${scheme} is empty.`);
    outgoing.secrets.push(password);
    answered.set(outgoing, session);
    const bytes = wantsBody(session.challenge) ? await bodyBytes(outgoing.body) : undefined;
    if (wantsBody(session.challenge) && !bytes) {
      throw new UsageError(
        `The credential for ${scheme} hashes the body: send text, bytes or a Blob, not a stream or a form with files.`,
      );
    }
    const count = (++session.count).toString(16).padStart(8, "0");
    outgoing.headers.authorization = authorization({ username, password }, session, outgoing, {
      bytes,
      count,
      clientNonce: clientNonce(),
    });
  }

  return Object.freeze({
    scheme,
    signs: true,

    apply(outgoing: Outgoing) {
      const session = sessions.get(new URL(outgoing.url).origin);
      return session && answer(outgoing, session);
    },

    async renew(outgoing: Outgoing, { response }: Pick<Refusal, "response">) {
      const refused = answered.get(outgoing);
      const challenges = readDigestChallenges(response.headers.get("www-authenticate") ?? "");
      for (const challenge of challenges) {
        const hash = HASHES[challenge.algorithm.replace(/-SESS$/, "")];
        if (!hash || (refused && !challenge.stale)) continue;
        sessions.set(new URL(outgoing.url).origin, { challenge, hash, count: 0 });
        return true;
      }
      return false;
    },
  });
}

/** Whether the server accepts only `auth-int`. */
function wantsBody({ qop }: DigestChallenge): boolean {
  return qop !== undefined && !qop.includes("auth") && qop.includes("auth-int");
}

interface Proof {
  /** Of the body, for `auth-int`. */
  readonly bytes: Uint8Array | undefined;
  /** Eight hexadecimal digits. */
  readonly count: string;
  readonly clientNonce: string;
}

/** The value of `Authorization` (RFC 7616, section 3.4). */
function authorization(
  { username, password }: UserPassword,
  { challenge, hash }: Session,
  { method, url }: Outgoing,
  { bytes, count, clientNonce }: Proof,
): string {
  const { realm, nonce, opaque, algorithm, qop: offered, userhash } = challenge;
  const { pathname, search } = new URL(url);
  const target = pathname + search;
  const qop = offered && (bytes ? "auth-int" : "auth");
  const secret = hash(`${username}:${realm}:${password}`);
  const key = algorithm.endsWith("-SESS") ? hash(`${secret}:${nonce}:${clientNonce}`) : secret;
  const request = hash(bytes ? `${method}:${target}:${hash(bytes)}` : `${method}:${target}`);
  const usage = qop ? [nonce, count, clientNonce, qop] : [nonce];
  const response = hash([key, ...usage, request].join(":"));
  const parameters = [
    userParameter(userhash ? hash(`${username}:${realm}`) : username),
    `realm=${quote(realm)}`,
    `uri=${quote(target)}`,
    `algorithm=${algorithm.replace("-SESS", "-sess")}`,
    `nonce=${quote(nonce)}`,
    ...(qop ? [`nc=${count}`, `cnonce=${quote(clientNonce)}`, `qop=${qop}`] : []),
    `response=${quote(response)}`,
    ...(opaque === undefined ? [] : [`opaque=${quote(opaque)}`]),
    ...(userhash ? ["userhash=true"] : []),
  ];
  return `Digest ${parameters.join(", ")}`;
}

/** Characters outside of ASCII are encoded as in RFC 8187. */
function userParameter(username: string): string {
  const isAscii = /^[ -~]*$/.test(username);
  return isAscii ? `username=${quote(username)}` : `username*=UTF-8''${encodeURIComponent(username)}`;
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

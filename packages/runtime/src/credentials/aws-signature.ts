import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { UsageError } from "../errors/usage-error.ts";
import type { Credential, Outgoing, Secret } from "./credential.ts";
import { bodyBytes } from "./signing/body-bytes.ts";

/** Keys of an AWS account or role. */
export interface AwsKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** The session token of temporary keys. */
  readonly sessionToken?: string | undefined;
}

/** The AWS service that requests are signed for. */
export interface AwsSignatureOptions {
  /** For example `eu-central-1`. */
  readonly region: string;
  /** For example `execute-api`, for Amazon API Gateway. */
  readonly service: string;
}

const ALGORITHM = "AWS4-HMAC-SHA256";
/** Headers that proxies and `fetch` change in transit. */
const UNSIGNED_HEADERS = ["authorization", "connection", "content-length", "expect", "user-agent", "x-amzn-trace-id"];

/**
 * Signs requests with AWS Signature Version 4 ("Create a signed AWS API request", AWS General Reference). The signature
 * covers method, path, query, headers and body. Retries and redirects get a new signature.
 *
 * @param scheme - the name of the security scheme in the description
 * @param keys - the keys, or a function that is asked for them before each request
 * @param options - region and service
 * @returns the credential; a call with a stream or a form with files rejects with a UsageError, except for `s3`
 */
export function awsSignature<const Scheme extends string>(
  scheme: Scheme,
  keys: Secret<AwsKeys>,
  options: AwsSignatureOptions,
): Credential<Scheme> {
  return Object.freeze({
    scheme,
    signs: true,

    async apply(outgoing: Outgoing) {
      const given = await (typeof keys === "function" ? keys() : keys);
      if (!given.accessKeyId || !given.secretAccessKey) throw new UsageError(`The credential for ${scheme} is empty.`);
      outgoing.secrets.push(given.secretAccessKey, ...(given.sessionToken ? [given.sessionToken] : []));
      const bytes = await bodyBytes(outgoing.body);
      const isS3 = options.service === "s3";
      if (!bytes && !isS3) {
        throw new UsageError(
          `The credential for ${scheme} has to sign the body, which cannot be read before it is sent.`,
        );
      }
      const { headers } = outgoing;
      const bodyHash = bytes ? hash(bytes) : "UNSIGNED-PAYLOAD";
      headers["x-amz-date"] = new Date(outgoing.client.clock.now()).toISOString().replace(/[:-]|\.\d+/g, "");
      if (given.sessionToken) headers["x-amz-security-token"] = given.sessionToken;
      if (isS3) headers["x-amz-content-sha256"] = bodyHash;
      headers.authorization = authorization(outgoing, given, options, bodyHash);
    },
  });
}

function authorization(outgoing: Outgoing, keys: AwsKeys, options: AwsSignatureOptions, bodyHash: string): string {
  const { region, service } = options;
  const { host } = new URL(outgoing.url);
  const date = outgoing.headers["x-amz-date"] as string;
  const day = date.slice(0, 8);
  const signed = Object.entries({ ...outgoing.headers, host })
    .filter(([name]) => !UNSIGNED_HEADERS.includes(name))
    .sort(byName);
  const names = signed.map(([name]) => name).join(";");
  const request = [
    outgoing.method,
    canonicalPath(outgoing.url, service),
    canonicalQuery(outgoing.url),
    ...signed.map(([name, value]) => `${name}:${value.trim().replace(/ +/g, " ")}`),
    "",
    names,
    bodyHash,
  ].join("\n");
  const scope = [day, region, service, "aws4_request"];
  const text = [ALGORITHM, date, scope.join("/"), hash(utf8ToBytes(request))].join("\n");
  const key = scope.reduce((parent, part) => sign(parent, part), utf8ToBytes(`AWS4${keys.secretAccessKey}`));
  const signature = bytesToHex(sign(key, text));
  return `${ALGORITHM} Credential=${keys.accessKeyId}/${scope.join("/")}, SignedHeaders=${names}, Signature=${signature}`;
}

/** The path as it is sent, encoded again; for S3, encoded once. */
function canonicalPath(url: string, service: string): string {
  const segments = new URL(url).pathname.split("/");
  return segments.map((segment) => encode(service === "s3" ? decode(segment) : segment)).join("/");
}

/** A percent sign that begins no escape is literal. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Sorted by encoded name, then by encoded value. */
function canonicalQuery(url: string): string {
  const pairs = [...new URL(url).searchParams].map(([name, value]): [string, string] => [encode(name), encode(value)]);
  return pairs
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map((pair) => pair.join("="))
    .join("&");
}

/** All but the unreserved characters of RFC 3986. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function byName([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return compare(a, b);
}

/** By code unit, independent of the locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function hash(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

function sign(key: Uint8Array, text: string): Uint8Array {
  return hmac(sha256, key, utf8ToBytes(text));
}

import { X509Certificate } from "node:crypto";
import { createSecureContext } from "node:tls";
import { ownProperties, UsageError } from "../index.ts";
import { readPem } from "./pem.ts";

/** Whom the client trusts, and who it says it is. Each PEM is given as the path of a file or as its text. */
export interface TlsOptions {
  /**
   * Certificates of the authorities that are trusted instead of the usual ones, as with `ca` of Node's TLS and with
   * `verify` in Python: the file or files of a private authority. To add one to the usual ones, give
   * `[...tls.rootCertificates, path]`, or set `NODE_EXTRA_CA_CERTS`. Also for a proxy with an `https` URL.
   *
   * @default the authorities that Node trusts
   */
  readonly ca?: string | readonly string[] | undefined;
  /**
   * Does not verify who the server is. Anybody on the way can then read and change everything, credentials included;
   * so it warns once for each process. Certificates of proxies are verified all the same. @default false
   */
  readonly insecure?: boolean | undefined;
  /** The client's certificate, with those between it and its authority. */
  readonly cert?: string | undefined;
  /** Its private key. @default the one in `cert` */
  readonly key?: string | undefined;
  /** Of the private key, where it is encrypted. */
  readonly passphrase?: string | undefined;
}

/** As `tls.connect` takes them. */
export interface TlsSettings {
  readonly ca?: string[];
  readonly cert?: string;
  readonly key?: string;
  readonly passphrase?: string;
  readonly rejectUnauthorized?: boolean;
}

/** @returns settings for connections to the server, and to a proxy, which is never shown the client's certificate */
export function tlsSettings(options: TlsOptions): { server: TlsSettings; proxy: TlsSettings } {
  const { insecure, cert, key = cert, passphrase } = options;
  const trusted = options.ca === undefined ? {} : { ca: [options.ca].flat().map(readAuthorities) };
  if (!cert && (key || passphrase !== undefined)) throw new UsageError("key and passphrase need cert");
  const identity = cert &&
    key && {
      cert: readPem("cert", cert, "CERTIFICATE"),
      key: readPem("key", key, "PRIVATE KEY"),
      ...(passphrase !== undefined && { passphrase }),
    };
  if (identity) checkIdentity(identity);
  if (insecure !== undefined && typeof insecure !== "boolean") throw new UsageError("insecure must be true or false");
  if (insecure) warnOnce();
  return { server: { ...trusted, ...identity, ...(insecure && { rejectUnauthorized: false }) }, proxy: trusted };
}

// Node leaves out what it cannot read, and then trusts nobody.
function readAuthorities(value: string): string {
  const text = readPem("ca", value, "CERTIFICATE");
  try {
    for (const [pem] of text.matchAll(/-----BEGIN ([A-Z0-9 ]*)CERTIFICATE-----[^-]*-----END \1CERTIFICATE-----/g)) {
      new X509Certificate(pem);
    }
    return text;
  } catch (error) {
    throw new UsageError(`ca: ${nameOf(value)} holds a certificate that cannot be read (${codeOf(error)})`);
  }
}

function checkIdentity(identity: TlsSettings): void {
  try {
    createSecureContext(ownProperties(identity));
  } catch (error) {
    throw new UsageError(`cert, key and passphrase do not fit together (${codeOf(error)})`);
  }
}

function nameOf(value: string): string {
  return value.includes("-----BEGIN") ? "what was given" : value;
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "unknown";
}

let warned = false;

function warnOnce(): void {
  if (warned) return;
  warned = true;
  process.emitWarning("insecure: true turns off the verification of TLS certificates; use ca for a private authority", {
    code: "INSECURE_TLS",
  });
}

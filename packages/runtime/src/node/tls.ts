import { X509Certificate } from "node:crypto";
import { createSecureContext } from "node:tls";
import { ownProperties, UsageError } from "../index.ts";
import { readPem } from "./pem.ts";

/** TLS of connections: trusted authorities and the client's certificate. A PEM is the path of a file, or its text. */
export interface TlsOptions {
  /**
   * Certificates of authorities to trust instead of the default ones, like `ca` of Node's TLS and `verify` in Python:
   * the file or files of a private authority. To trust one in addition to the default ones, give
   * `[...tls.rootCertificates, path]`, or set `NODE_EXTRA_CA_CERTS`. Also for a proxy with an `https` URL.
   *
   * @default the authorities that Node trusts
   */
  readonly ca?: string | readonly string[] | undefined;
  /**
   * Skips the verification of the server's certificate. Anyone on the network path can then read and change everything,
   * credentials included. Warns once per process. Certificates of proxies are still verified. @default false
   */
  readonly insecure?: boolean | undefined;
  /** The client's certificate, followed by its intermediate certificates. */
  readonly cert?: string | undefined;
  /** The private key of `cert`. @default the one in `cert` */
  readonly key?: string | undefined;
  /** The passphrase of an encrypted private key. */
  readonly passphrase?: string | undefined;
}

/** Options of `tls.connect`. */
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
  if (!cert && (key || passphrase !== undefined))
    throw new UsageError("key and passphrase need cert: set it to the client's certificate");
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

// Node skips certificates that it cannot read, and then trusts no authority.
function readAuthorities(value: string): string {
  const text = readPem("ca", value, "CERTIFICATE");
  try {
    for (const [pem] of text.matchAll(/-----BEGIN ([A-Z0-9 ]*)CERTIFICATE-----[^-]*-----END \1CERTIFICATE-----/g)) {
      new X509Certificate(pem);
    }
    return text;
  } catch (error) {
    throw new UsageError(`ca: ${nameOf(value)} has a certificate that cannot be read (${codeOf(error)})`);
  }
}

function checkIdentity(identity: TlsSettings): void {
  try {
    createSecureContext(ownProperties(identity));
  } catch (error) {
    throw new UsageError(`cert, key and passphrase do not match (${codeOf(error)})`);
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

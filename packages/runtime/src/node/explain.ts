import { ConnectionError } from "../index.ts";
import type { UsedProxy } from "./proxy.ts";

type Failure = Error & { readonly code?: string };

/** Codes of OpenSSL for a certificate of an untrusted authority. */
const UNTRUSTED = /^(SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_(GET_ISSUER_CERT|VERIFY_LEAF).*)$/;

/** Adds advice to failures that a retry would not fix, and a code to other failures of a proxy. */
export function explain(error: unknown, url: string, proxy: UsedProxy | undefined): unknown {
  const causes = chain(error);
  const untrusted = causes.find(({ code }) => UNTRUSTED.test(`${code}`));
  if (untrusted) {
    const { code = "" } = untrusted;
    const hosts = [new URL(url).origin, ...(proxy?.uri.startsWith("https:") ? [`the proxy ${proxy.uri}`] : [])];
    return new ConnectionError(
      `no response: the certificate of ${hosts.join(" or of ")} is from an untrusted authority (${code}); set ca to the file of that authority`,
      { code, cause: untrusted },
    );
  }
  const refused = proxy && causes.find(({ message }) => /^Proxy .*\(\d+\)/.test(message));
  if (!refused) return error;
  const status = /\d+/.exec(refused.message)?.[0];
  const code = `PROXY_RESPONSE_${status}`;
  const cause = Object.assign(new Error(`the proxy ${proxy.uri} responded with ${status}`), { code });
  if (status !== "407") return new TypeError("fetch failed", { cause });
  const message = `no response: the proxy ${proxy.uri} requires another user and password (407); put them in its URL`;
  return new ConnectionError(message, { code, cause });
}

function chain(error: unknown): Failure[] {
  return error instanceof Error ? [error as Failure, ...chain(error.cause)] : [];
}

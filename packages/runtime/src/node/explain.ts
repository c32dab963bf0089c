import { ConnectionError } from "../index.ts";
import type { UsedProxy } from "./proxy.ts";

type Failure = Error & { readonly code?: string };

/** Of OpenSSL: nobody who is trusted vouches for the certificate. */
const UNTRUSTED = /^(SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_(GET_ISSUER_CERT|VERIFY_LEAF).*)$/;

/** Failures that another attempt would not mend say what to do. Of the others, those of a proxy get a name. */
export function explain(error: unknown, url: string, proxy: UsedProxy | undefined): unknown {
  const causes = chain(error);
  const untrusted = causes.find(({ code }) => UNTRUSTED.test(`${code}`));
  if (untrusted) {
    const { code = "" } = untrusted;
    const hosts = [new URL(url).origin, ...(proxy?.uri.startsWith("https:") ? [`the proxy ${proxy.uri}`] : [])];
    return new ConnectionError(
      `no answer: the certificate of ${hosts.join(" or of ")} comes from nobody who is trusted (${code}); set ca to the file of its authority`,
      { code, cause: untrusted },
    );
  }
  const refused = proxy && causes.find(({ message }) => /^Proxy .*\(\d+\)/.test(message));
  if (!refused) return error;
  const status = /\d+/.exec(refused.message)?.[0];
  const code = `PROXY_RESPONSE_${status}`;
  const cause = Object.assign(new Error(`the proxy ${proxy.uri} answered ${status}`), { code });
  if (status !== "407") return new TypeError("fetch failed", { cause });
  const message = `no answer: the proxy ${proxy.uri} wants a user and a password, or others (407); write them in its URL`;
  return new ConnectionError(message, { code, cause });
}

function chain(error: unknown): Failure[] {
  return error instanceof Error ? [error as Failure, ...chain(error.cause)] : [];
}

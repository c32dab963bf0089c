const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "refused the connection",
  ENOTFOUND: "has a name that does not resolve",
  EAI_AGAIN: "has a name that does not resolve at the moment",
  ECONNRESET: "broke the connection",
  UND_ERR_SOCKET: "broke the connection",
  EHOSTUNREACH: "cannot be reached",
  ENETUNREACH: "cannot be reached",
  ETIMEDOUT: "did not accept a connection in time",
  UND_ERR_CONNECT_TIMEOUT: "did not accept a connection in time",
  CERT_HAS_EXPIRED: "has a certificate that has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "has a certificate that it signed itself (name its authority in NODE_EXTRA_CA_CERTS)",
  SELF_SIGNED_CERT_IN_CHAIN: "has a certificate of an unknown authority (name it in NODE_EXTRA_CA_CERTS)",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "has a certificate of an unknown authority (name it in NODE_EXTRA_CA_CERTS)",
  ERR_TLS_CERT_ALTNAME_INVALID: "has a certificate for another name",
  ERR_SSL_WRONG_VERSION_NUMBER: "does not speak TLS at this port",
};

/** Says why a request failed, as the end of a sentence about the server. Quotes nothing that was sent. */
export function whyNoResponse(error: unknown): string {
  let cause = error;
  while (cause instanceof Error) {
    const { code, errors } = cause as Error & { code?: string; errors?: unknown[] };
    if (cause.name === "HTTPParserError") return "does not speak HTTP at this port";
    if (code !== undefined && REASONS[code]) return `${REASONS[code]} (${code})`;
    if (cause.message === "bad port")
      return "cannot be asked: fetch blocks its port (https://fetch.spec.whatwg.org/#port-blocking)";
    if (cause.cause === undefined && errors?.[0] === undefined) {
      return code === undefined ? "could not be asked" : `could not be asked (${code})`;
    }
    cause = cause.cause ?? errors?.[0];
  }
  return "gave no response";
}

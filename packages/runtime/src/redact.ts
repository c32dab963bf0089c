import type { Call } from "./call.ts";

/**
 * Replaces what must not be shown, in whatever way it is written: credentials that were sent, and values of sensitive
 * fields of the request.
 *
 * @param more other secrets
 */
export async function redact(call: Call, text: string, more: readonly string[] = []): Promise<string> {
  const { operation, params } = call;
  const { headers, secrets } = call.outgoing;
  const given = (await operation.findSecrets?.(params, operation.sensitive, true)) ?? [];
  const telling = Object.keys(headers).map((name) => (/auth|cookie|key|token|secret/.test(name) ? headers[name] : ""));
  const sent = telling.join().match(/[^\s=;,]{8,}/g) ?? [];
  // The longest first, so that none hides a longer one that begins with it.
  const written = [secrets, given, sent, more]
    .flat()
    .map(String)
    .flatMap(spellings)
    .sort((a, b) => b.length - a.length);
  // "(?!)" is nowhere.
  return collapse(text).replace(new RegExp(written.map(pattern).join("|") || "(?!)", "g"), "[redacted]");
}

/** The cause, unless it quotes a secret, as some do with the URL, or holds the request, as those of some libraries do. */
export async function cleanCause(call: Call, cause: unknown): Promise<unknown> {
  const error = cause as Error | undefined;
  const inner = error?.cause as Error | undefined;
  try {
    const text = `${error} ${error?.stack} ${inner} ${inner?.stack} ${JSON.stringify([error, inner])}`;
    return (await redact(call, text)).includes("[redacted]") ? undefined : cause;
  } catch {
    // What refers to itself cannot be looked through.
    return undefined;
  }
}

/** As it is, in a URL, in a form, and in JSON. */
function spellings(secret: string): string[] {
  const plain = collapse(secret).trim();
  const inForm = `${new URLSearchParams({ "": secret })}`.slice(1);
  return plain ? [plain, encodeURIComponent(plain), inForm, JSON.stringify(secret).slice(1, -1)] : [];
}

/** A short secret may be part of any word, where replacing it hides nothing and garbles the text. */
function pattern(secret: string): string {
  const literal = secret.replace(/[^\w\s]/g, "\\$&");
  return secret.length > 3 ? literal : literal.replace(/^\b|\b$/g, "\\b");
}

/** Runs of white space, and of what has no glyph (control characters, half surrogate pairs), become a space. */
function collapse(text: string): string {
  return text.replace(/[\s\p{C}]+/gu, " ");
}

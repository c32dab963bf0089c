import type { Call } from "./call.ts";

/** Replaces what must not be shown: credentials that were sent, and values of sensitive fields of the request. */
export function redact(call: Call, text: string, more: Iterable<string> = []): string {
  const { headers, operation, params, secrets } = call;
  const all = new Set([...secrets, ...valuesOf(params, operation.sensitive, true), ...more]);
  for (const name in headers) {
    if (/auth|cookie|key|token|secret/.test(name)) {
      for (const part of headers[name]?.match(/[^\s=;]{8,}/g) ?? []) all.add(part);
    }
  }
  const written = [...all].map(collapse).flatMap((secret) => [secret, encodeURIComponent(secret)]);
  let clean = collapse(text);
  for (const secret of written.sort((a, b) => b.length - a.length)) clean = clean.replaceAll(secret, "\0");
  return clean.replaceAll("\0", "[redacted]");
}

/** The cause, unless it quotes a secret, as some do with the URL. */
export function cleanCause(call: Call, cause: unknown): unknown {
  const error = cause as Error | undefined;
  const inner = error?.cause as Error | undefined;
  const text = `${error} ${error?.stack} ${inner} ${inner?.stack}`;
  return redact(call, text).includes("[redacted]") ? undefined : cause;
}

/**
 * Values of the named properties, at any depth; with `all`, also what is inside of them. Not by recursion, for bodies
 * nest as deep as they like, and with an end, for parameters that are not sent may be circular.
 */
export function valuesOf(value: unknown, names: readonly string[] = [], all?: boolean): string[] {
  const queue: [value: unknown, secret?: boolean][] = names.length ? [[value]] : [];
  const found: string[] = [];
  for (const [item, secret] of queue) {
    if (item && typeof item === "object") {
      if (ArrayBuffer.isView(item) || queue.length > 1e5) continue;
      const entries = (item as FormData).entries?.() ?? Object.entries(item);
      for (const [name, inner] of entries) queue.push([inner, (all && secret) || names.includes(`${name}`)]);
    } else if (secret && item) found.push(`${item}`);
  }
  return found;
}

/** Runs of white space, and of what has no glyph (control characters, half surrogate pairs), become a space. */
function collapse(text: string): string {
  return text.replace(/[\s\p{C}]+/gu, " ");
}

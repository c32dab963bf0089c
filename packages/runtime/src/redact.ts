import type { Call } from "./call.ts";

/** Replaces what must not be shown: credentials that were sent, and values of sensitive fields of the request. */
export function redact(call: Call, text: string, more: Iterable<string> = []): string {
  let clean = collapse(text);
  for (const secret of secretsOf(call, more)) clean = clean.replaceAll(secret, "\0");
  return clean.replaceAll("\0", "[redacted]");
}

/** The cause, unless one of its messages holds a secret. */
export function cleanCause(call: Call, cause: unknown): unknown {
  let text = "";
  for (let error = cause, left = 5; error && left--; error = (error as Error).cause) {
    text += `${error} ${(error as Error).stack} `;
  }
  return redact(call, text).includes("[redacted]") ? undefined : cause;
}

/**
 * Values of the named properties, at any depth; with `all`, also what is inside of them. Not by recursion: bodies nest
 * as deep as they like.
 */
export function valuesOf(value: unknown, names: readonly string[], all: boolean): Set<string> {
  const found = new Set<string>();
  const queue: [value: unknown, secret: boolean][] = [[value, false]];
  for (const [item, secret] of queue) {
    if (item && typeof item === "object") {
      const entries =
        typeof (item as FormData).entries === "function" ? (item as FormData).entries() : Object.entries(item);
      for (const [name, inner] of entries) queue.push([inner, (all && secret) || names.includes(`${name}`)]);
    } else if (secret && item != null && item !== "" && typeof item !== "boolean") found.add(`${item}`);
  }
  return found;
}

function secretsOf({ outgoing, operation, params }: Call, more: Iterable<string>): string[] {
  const { authorization = "", cookie = "" } = outgoing.headers;
  const all = [
    ...outgoing.secrets,
    ...valuesOf(params, operation.sensitive ?? [], true),
    ...more,
    authorization,
    authorization.replace(/^\S+\s+/, ""),
    ...cookie.split(/;\s*|=/),
  ];
  const written = all.flatMap((secret) => [collapse(secret), encodeSafely(secret)]).filter(Boolean);
  return [...new Set(written)].sort((a, b) => b.length - a.length);
}

function encodeSafely(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return "";
  }
}

/** Runs of white space and control characters become a space. */
export function collapse(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ");
}

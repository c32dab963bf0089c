import type { OpenApiDocument } from "../description/openapi.ts";
import { docComment, HEADER, quote } from "./code.ts";

/** The module of `createClient`, which knows the address of the first server that the description names. */
export function clientModule(document: OpenApiDocument, runtime: string): string | undefined {
  const url = defaultBaseUrl(document);
  if (url === undefined) return undefined;
  const comment = docComment(
    [`Makes a client for ${url}, or for \`baseUrl\` where it is given.`],
    [
      "@param options Base URL, credentials, `fetch`, headers, time limit.",
      "@throws {UsageError} When an option is wrong.",
    ],
  );
  return `${HEADER}

import {
  type Client,
  type ClientOptions,
  type Credential,
  createClient as createRuntimeClient,
  ownProperties,
  type SchemesOf,
} from ${JSON.stringify(runtime)};

/** The first server that the description names. */
export const defaultBaseUrl = ${quote(url)};

${comment}export function createClient<const C extends Credential = never>(
  options: Omit<ClientOptions<C>, "baseUrl"> & { readonly baseUrl?: string | undefined } = {},
): Client<SchemesOf<C>> {
  const given = ownProperties(options);
  return createRuntimeClient<C>({ ...given, baseUrl: given.baseUrl ?? defaultBaseUrl });
}
`;
}

/** The first server's URL with the defaults of its variables; nothing where that is no absolute http(s) URL. */
export function defaultBaseUrl({ servers }: OpenApiDocument): string | undefined {
  const [server] = Array.isArray(servers) ? servers : [];
  const url = String(server?.url ?? "")
    .trim()
    .replace(/\{([^{}]+)\}/g, (placeholder, name: string) => {
      return String(server?.variables?.[name]?.default ?? placeholder);
    });
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const plain = parsed && /^https?:$/.test(parsed.protocol) && !parsed.username && !parsed.password;
  return plain && !parsed.search && !parsed.hash && /^[^{\s\p{Cc}]+$/u.test(url) ? url.replace(/\/+$/, "") : undefined;
}

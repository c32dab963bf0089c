import { docComment, HEADER, quote } from "../typescript/code.ts";

/** The module of `createClient`, which knows the address of the first server that the description names. */
export function clientModule(url: string, runtime: string): string {
  const comment = docComment(
    [`Makes a client for ${url}, or for \`baseUrl\` where it is given.`],
    [
      "@param options - Base URL, credentials, `fetch`, headers, time limit.",
      "@throws {UsageError} if an option is invalid.",
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

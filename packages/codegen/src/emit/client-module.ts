import { docComment, HEADER, quote } from "../typescript/code.ts";

/** Emits the module of `createClient`, whose default is the first server of the description. */
export function clientModule(url: string, runtime: string): string {
  const comment = docComment(
    [`Creates a client for ${url}, or for \`baseUrl\` if given.`],
    [
      "@param options - base URL, credentials, `fetch`, headers, timeouts, and more",
      "@throws {UsageError} if an option is invalid",
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

/** The first server of the API description. */
export const defaultBaseUrl = ${quote(url)};

${comment}export function createClient<const C extends Credential = never>(
  options: Omit<ClientOptions<C>, "baseUrl"> & { readonly baseUrl?: string | undefined } = {},
): Client<SchemesOf<C>> {
  const given = ownProperties(options);
  return createRuntimeClient<C>({ ...given, baseUrl: given.baseUrl ?? defaultBaseUrl });
}
`;
}

// Credentials are functions, which cannot be passed to another thread. Their additions to a request are passed instead.
import type { Client } from "../client/client.ts";
import type { Credential, Outgoing } from "../credentials/credential.ts";
import { UsageError } from "../errors/usage-error.ts";
import { ownProperties } from "../own-properties.ts";

/** What the credential of a scheme adds to a request, or why it cannot. */
export type Put =
  | { readonly headers: Record<string, string>; readonly query: string; readonly secrets: string[] }
  | { readonly problem: string };

export type PutBySchemes = Readonly<Record<string, Put>>;

/** Applies each credential to an empty request, in this thread. */
export function askCredentials(credentials: readonly Credential[]): PutBySchemes {
  return Object.fromEntries(credentials.map((credential) => [credential.scheme, ask(credential)]));
}

function ask(credential: Credential): Put {
  const wait =
    `The credential for ${credential.scheme} is asynchronous, and a blocking call cannot wait for it: ` +
    "give createSyncClient the URL of a module that exports a client with it.";
  if (ownProperties(credential).renew) return { problem: wait };
  const probe: Outgoing = ownProperties({
    client: Object.create(null) as Client,
    method: "",
    url: "",
    headers: Object.create(null),
    secrets: [],
  });
  try {
    const pending = credential.apply(probe);
    if (!pending) return { headers: { ...probe.headers }, query: probe.url.slice(1), secrets: probe.secrets };
    pending.then(undefined, () => {});
    return { problem: wait };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

/** Makes a credential for the worker from the additions of another. */
export function putCredentials(scheme: string, given: () => PutBySchemes): Credential {
  return {
    scheme,
    apply(outgoing) {
      const { [scheme]: found } = ownProperties(given());
      const put = ownProperties(found ?? { problem: `There is no credential for ${scheme}.` });
      if ("problem" in put) throw new UsageError(put.problem);
      const { cookie, ...headers } = put.headers;
      Object.assign(outgoing.headers, headers);
      if (cookie) outgoing.headers.cookie = [outgoing.headers.cookie, cookie].filter(Boolean).join("; ");
      if (put.query) outgoing.url += (outgoing.url.includes("?") ? "&" : "?") + put.query;
      outgoing.secrets.push(...put.secrets);
      return undefined;
    },
  };
}

// Credentials are functions, which no other thread can be given. What they put on a request is given instead.
import type { Client } from "../client/client.ts";
import type { Credential, Outgoing } from "../credentials/credential.ts";
import { UsageError } from "../errors/usage-error.ts";
import { ownProperties } from "../own-properties.ts";

/** What the credential of a scheme puts on a request; or why it cannot. */
export type Put =
  | { readonly headers: Record<string, string>; readonly query: string; readonly secrets: string[] }
  | { readonly problem: string };

export type PutBySchemes = Readonly<Record<string, Put>>;

/** Asks each credential, in this thread, what it puts on a request. */
export function askCredentials(credentials: readonly Credential[]): PutBySchemes {
  return Object.fromEntries(credentials.map((credential) => [credential.scheme, ask(credential)]));
}

function ask(credential: Credential): Put {
  const wait =
    `The credential for ${credential.scheme} has to be waited for, which a blocking call cannot do here: ` +
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

/** A credential of the worker, which puts what it was given. */
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

import { type Client, type Credential, type Outgoing, ownProperties, type Refusal, UsageError } from "@keynest/runtime";

/** A credential of a user, which may know whether it is still valid. */
export interface UserCredential extends Credential {
  isActive?(client: Client): boolean;
  /** Ends the session that the credential began. */
  end?(client: Client): Promise<void>;
}

/** Security schemes that identify a user. Logging in or out changes their credentials. */
const USER_SCHEMES = ["TokenAuth", "JWTAuth", "OAuth2PasswordBearer"] as const;

/** Whether a credential identifies a user. */
export function isOfUser({ scheme }: Credential): boolean {
  return USER_SCHEMES.some((one) => one === scheme);
}

/** The user of a client. It changes while the client stays the same. */
export interface Identity {
  /** One credential per user scheme. Without one of the current user, its scheme has another name, which no operation accepts. */
  readonly credentials: readonly Credential[];
  /** The credentials of the current user. Of two for the same scheme, the first is sent. */
  current: readonly UserCredential[];
}

/** @param current - the initial credentials */
export function createIdentity(current: readonly UserCredential[]): Identity {
  const find = (scheme: string) => identity.current.find((one) => one.scheme === scheme);
  const credentials = USER_SCHEMES.map(
    (scheme): Credential => ({
      get scheme() {
        return find(scheme) ? scheme : `no ${scheme}`;
      },
      get signs() {
        return ownProperties(find(scheme)).signs ?? false;
      },
      apply(outgoing: Outgoing) {
        const credential = find(scheme);
        if (!credential) throw new UsageError("The user was logged out during the call.");
        return credential.apply(outgoing);
      },
      async renew(outgoing: Outgoing, refusal: Refusal) {
        const credential = find(scheme);
        return (await ownProperties(credential).renew?.call(credential, outgoing, refusal)) ?? false;
      },
    }),
  );
  const identity: Identity = { credentials, current };
  return identity;
}

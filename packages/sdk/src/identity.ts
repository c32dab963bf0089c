import { type Client, type Credential, type Outgoing, ownProperties, type Refusal, UsageError } from "@keynest/runtime";

/** A credential that may know whether it is still valid. */
export interface UserCredential extends Credential {
  isActive?(client: Client): boolean;
  /** Ends what it has begun. */
  end?(client: Client): Promise<void>;
}

/** Schemes that say who calls: logging in or out changes what they carry. */
const USER_SCHEMES = ["TokenAuth", "JWTAuth", "OAuth2PasswordBearer"] as const;

/** Whether a credential says who calls. */
export function isOfUser({ scheme }: Credential): boolean {
  return USER_SCHEMES.some((one) => one === scheme);
}

/** Who a client calls as: this changes while the client stays the same. */
export interface Identity {
  /** One for each scheme of users. Those that the current user has nothing for say so in their name, and meet no security. */
  readonly credentials: readonly Credential[];
  /** What the user has. Of two for the same scheme, the first counts. */
  current: readonly UserCredential[];
}

/** @param current what the client begins with */
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
        if (!credential) throw new UsageError("The user was logged out while a call was on its way.");
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

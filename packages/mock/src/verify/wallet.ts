import type { Operation } from "../contract/load-operations.ts";
import type { Secrets } from "../findings/secrets.ts";

type Scheme = NonNullable<Operation["security"]>[number][number];
export type HeaderFields = Readonly<Record<string, string>>;

/** Whether a token has the form of a JWT: three parts of base64url. */
export function isJwt(token: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]*$/.test(token);
}

/** The credentials of a run, by security scheme. */
export class Wallet {
  readonly #secrets: Secrets;
  readonly #headers = new Map<string, HeaderFields>();

  constructor(secrets: Secrets) {
    this.#secrets = secrets;
  }

  /** Keeps a user's token: for `JWTAuth` when it has the form of a JWT, else for `TokenAuth`. */
  addToken(token: string): void {
    if (isJwt(token)) this.#add("JWTAuth", "Authorization", `Bearer ${token}`, token);
    else this.#add("TokenAuth", "Authorization", `Token ${token}`, token);
  }

  addAccessToken(token: string): void {
    this.#add("OAuth2PasswordBearer", "Authorization", `Bearer ${token}`, token);
  }

  addAdminKey(key: string): void {
    this.#add("AdminKey", "X-ADMIN-KEY", key, key);
  }

  /** Keeps a credential for whatever scheme, of any description, takes it in this header. */
  addHeader(name: string, value: string): void {
    this.#add(`header ${name.toLowerCase()}`, name, value, value);
  }

  has(scheme: string): boolean {
    return this.#headers.has(scheme);
  }

  /** The headers that let an operation in; undefined when there is no credential for it. */
  headersFor(operation: Operation): HeaderFields | undefined {
    const alternatives = operation.security ?? [];
    if (alternatives.length === 0) return {};
    for (const schemes of alternatives) {
      const headers = schemes.map((scheme) => this.#headersOf(scheme));
      if (headers.every((each) => each !== undefined)) return Object.assign({}, ...headers);
    }
    return undefined;
  }

  #add(scheme: string, header: string, value: string, secret: string): void {
    this.#secrets.add(secret);
    this.#headers.set(scheme, { [header]: value });
  }

  #headersOf(scheme: Scheme): HeaderFields | undefined {
    const own = this.#headers.get(scheme.key);
    if (own || scheme.type === "apiKey") return own ?? this.#inHeader(scheme);
    return this.#headers.get("header authorization");
  }

  #inHeader(scheme: Scheme): HeaderFields | undefined {
    return "name" in scheme && "in" in scheme && scheme.in === "header"
      ? this.#headers.get(`header ${scheme.name.toLowerCase()}`)
      : undefined;
  }
}

/** Whether an operation lets nobody in without a credential. */
export function isSecured({ security = [] }: Operation): boolean {
  return security.length > 0 && security.every((schemes) => schemes.length > 0);
}

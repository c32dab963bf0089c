import type { Operation } from "../contract/load-operations.ts";
import type { Secrets } from "../findings/secrets.ts";

type Scheme = NonNullable<Operation["security"]>[number][number];
export type HeaderFields = Readonly<Record<string, string>>;

/** A credential for a security scheme. */
export interface SchemeCredential {
  /** The name of the scheme in the description. */
  readonly scheme: string;
  /** The header that carries it. */
  readonly header: string;
  readonly value: string;
  /** The secret part of the value. */
  readonly secret: string;
}

/** The credentials of a run, by security scheme. */
export class Credentials {
  readonly #secrets: Secrets;
  readonly #headers = new Map<string, HeaderFields>();

  constructor(secrets: Secrets) {
    this.#secrets = secrets;
  }

  add({ scheme, header, value, secret }: SchemeCredential): void {
    this.#secrets.add(secret);
    this.#headers.set(scheme, { [header]: value });
  }

  /** Adds a credential for every scheme that uses this header. */
  addHeader(name: string, value: string): void {
    this.add({ scheme: `header ${name.toLowerCase()}`, header: name, value, secret: value });
  }

  has(scheme: string): boolean {
    return this.#headers.has(scheme);
  }

  /** The headers that an operation requires; undefined when a credential is missing. */
  headersFor(operation: Operation): HeaderFields | undefined {
    const alternatives = operation.security ?? [];
    if (alternatives.length === 0) return {};
    for (const schemes of alternatives) {
      const headers = schemes.map((scheme) => this.#headersOf(scheme));
      if (headers.every((each) => each !== undefined)) return Object.assign({}, ...headers);
    }
    return undefined;
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

/** Whether an operation requires a credential. */
export function isSecured({ security = [] }: Operation): boolean {
  return security.length > 0 && security.every((schemes) => schemes.length > 0);
}

import {
  type Client,
  type ClientOptions,
  type Credential,
  isAuthenticationError,
  ownProperties,
  type RateLimit,
  type RequestOptions,
  rawRequest,
  type SchemesOf,
  UsageError,
} from "@keynest/runtime";
import { readEnvironment } from "./environment.js";
import { createClient } from "./generated/client.gen.js";
import { Resources } from "./generated/resources.gen.js";
import type { adminKeyAuth, jwtAuth, oauth2Auth, tokenAuth } from "./generated/security.gen.js";
import { createIdentity, type Identity, isOfUser } from "./identity.js";
import { apiKeyAuth } from "./sessions/api-key-auth.js";
import { jwtLogin } from "./sessions/jwt-login.js";
import type { LoginOptions } from "./sessions/login-options.js";
import { passwordLogin } from "./sessions/password-login.js";
import { tokenCredentials } from "./token-credentials.js";

/** Options of {@link KeyNest}. */
export interface KeyNestOptions extends Omit<ClientOptions, "baseUrl"> {
  /**
   * Token of a user. It is sent as `Bearer` if it has the form of a JWT, otherwise as `Token`.
   *
   * @default the variable `KEYNEST_TOKEN`, unless `apiKey` or `auth` is given
   */
  readonly token?: string | undefined;
  /**
   * API key of a registered client. It is exchanged for an access token when a call first needs one.
   *
   * @default the variable `KEYNEST_API_KEY`, unless `token` or `auth` is given
   */
  readonly apiKey?: string | undefined;
  /** URL of the server. @default the variable `KEYNEST_BASE_URL`, else `http://localhost:8000` */
  readonly baseUrl?: string | undefined;
  /** Credentials that take precedence over `token` and `apiKey`. */
  readonly auth?: Credential | readonly Credential[] | undefined;
}

type KnownCredential = ReturnType<typeof adminKeyAuth | typeof jwtAuth | typeof oauth2Auth | typeof tokenAuth>;

/** All security schemes. A call that needs a credential that the client lacks throws a UsageError. */
export type KeyNestSchemes = SchemesOf<KnownCredential>;

/** A login: by user name for a JWT pair, by email address for KeyNest's own token. */
export type KeyNestLogin = LoginOptions &
  ({ readonly username: string; readonly email?: never } | { readonly email: string; readonly username?: never });

/** The body of a raw request: plain objects and arrays are sent as JSON, other values as `fetch` sends them. */
export type HttpBody = RequestInit["body"] | object;

/** A raw request gets all credentials of the client, because no description says which it needs. */
const USER_ALTERNATIVES = [["TokenAuth"], ["JWTAuth"], ["OAuth2PasswordBearer"], []];
const SECURITY = [...USER_ALTERNATIVES.map((schemes) => [...schemes, "AdminKey"]), ...USER_ALTERNATIVES];

/**
 * The whole API as one object: `client.projects.list()`. Its resources have a method for each operation.
 *
 * @example
 * const client = new KeyNest({ token: "9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b" });
 * for (const project of (await client.projects.list()).results) console.log(project.name);
 */
export class KeyNest extends Resources<Client<KeyNestSchemes>> {
  readonly #identity: Identity;

  /**
   * @param options - credentials, URL of the server, and options for all calls; the environment provides the defaults
   * @throws {UsageError} if an option is invalid
   */
  constructor(options: KeyNestOptions = {}) {
    const given = ownProperties(options);
    const { token, apiKey, auth, baseUrl, ...others } = given;
    const all = credentialsOf(given);
    const identity = createIdentity(all.filter(isOfUser));
    const client = createClient({
      ...others,
      baseUrl: baseUrl ?? readEnvironment("KEYNEST_BASE_URL"),
      auth: [...identity.credentials, ...all.filter((one) => !isOfUser(one))] as KnownCredential[],
    });
    super(client);
    this.#identity = identity;
  }

  /** Whether a user has a valid credential. An API key counts once it has been exchanged. */
  get isAuthenticated(): boolean {
    return this.#identity.current.some((one) => ownProperties(one).isActive?.call(one, this.client) ?? true);
  }

  /**
   * Logs in at the server, even if a store has a token. Later calls are made as this user, and log in again when the session
   * has ended.
   *
   * @param login - email address or user name, and the password
   * @param options - abort signal
   * @throws {UsageError} if the name or the password is missing
   * @throws {AuthenticationError} if the server refuses the login; the previous user stays logged in
   */
  async login(login: KeyNestLogin, options: Pick<RequestOptions, "signal"> = {}): Promise<void> {
    const given = ownProperties(login);
    if (!given.password || !(given.email || given.username)) {
      throw new UsageError("login needs a password, and a username or an email");
    }
    const session = given.email ? passwordLogin(given) : jwtLogin(given as LoginOptions & { username: string });
    const { signal } = ownProperties(options);
    await session.begin(this.client, { signal, reuse: false });
    this.#identity.current = [session];
  }

  /**
   * Ends the session here and on the server. A `token` from the options is forgotten, and stays valid on the server. Rejects
   * with the errors of the logout request; the session is forgotten even then.
   */
  async logout(): Promise<void> {
    const { current } = this.#identity;
    this.#identity.current = [];
    const ended = await Promise.allSettled(current.map((one) => ownProperties(one).end?.call(one, this.client)));
    for (const one of ended) {
      // A server that does not know the session has ended it already.
      if (one.status === "rejected" && !isAuthenticationError(one.reason)) throw one.reason;
    }
  }

  /** The rate limit from the last response that had one. */
  get rateLimit(): RateLimit | undefined {
    return this.client.rateLimit;
  }

  /**
   * Sends GET to any path of the server.
   *
   * @param path - below the base URL: `version/` or `/version/`; may have a query
   * @param options - options for this call, such as an abort signal, time limits and headers
   * @returns the response of any status, with its body unread
   * @throws {UsageError} if the path is not below the base URL; nothing was sent
   */
  httpGet(path: string, options?: RequestOptions): Promise<Response> {
    return rawRequest(this.client, { id: "httpGet", method: "GET", security: SECURITY }, path, undefined, options);
  }

  /** Sends POST to any path of the server, like {@link KeyNest.httpGet}. */
  httpPost(path: string, body?: HttpBody, options?: RequestOptions): Promise<Response> {
    return rawRequest(this.client, { id: "httpPost", method: "POST", security: SECURITY }, path, body, options);
  }

  /** Sends PUT to any path of the server, like {@link KeyNest.httpGet}. */
  httpPut(path: string, body?: HttpBody, options?: RequestOptions): Promise<Response> {
    return rawRequest(this.client, { id: "httpPut", method: "PUT", security: SECURITY }, path, body, options);
  }

  /** Sends PATCH to any path of the server, like {@link KeyNest.httpGet}. */
  httpPatch(path: string, body?: HttpBody, options?: RequestOptions): Promise<Response> {
    return rawRequest(this.client, { id: "httpPatch", method: "PATCH", security: SECURITY }, path, body, options);
  }

  /** Sends DELETE to any path of the server, like {@link KeyNest.httpGet}. */
  httpDelete(path: string, body?: HttpBody, options?: RequestOptions): Promise<Response> {
    return rawRequest(this.client, { id: "httpDelete", method: "DELETE", security: SECURITY }, path, body, options);
  }

  /** Disposes of `fetch`, if it is disposable. Does not log out. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.client[Symbol.asyncDispose]();
  }
}

/** The credentials of the options, or if there are none, those of the environment. */
function credentialsOf({ token, apiKey, auth }: KeyNestOptions): Credential[] {
  const isGiven = token !== undefined || apiKey !== undefined || auth !== undefined;
  const userToken = isGiven ? token : readEnvironment("KEYNEST_TOKEN");
  const clientKey = isGiven ? apiKey : readEnvironment("KEYNEST_API_KEY");
  return [
    ...([] as Credential[]).concat(auth ?? []),
    ...(userToken === undefined ? [] : tokenCredentials(userToken)),
    ...(clientKey === undefined ? [] : [apiKeyAuth(clientKey)]),
  ];
}

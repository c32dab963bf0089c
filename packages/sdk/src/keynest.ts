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
   * Token of a user. One in the form of a JWT is sent as `Bearer`, any other as `Token`.
   *
   * @default the variable `KEYNEST_TOKEN`, unless `apiKey` or `auth` is given
   */
  readonly token?: string | undefined;
  /**
   * API key of a registered client, which is exchanged for an access token when a call first needs it.
   *
   * @default the variable `KEYNEST_API_KEY`, unless `token` or `auth` is given
   */
  readonly apiKey?: string | undefined;
  /** Address of the server. @default the variable `KEYNEST_BASE_URL`, else `http://localhost:8000` */
  readonly baseUrl?: string | undefined;
  /** Credentials that go before `token` and `apiKey`. */
  readonly auth?: Credential | readonly Credential[] | undefined;
}

type KnownCredential = ReturnType<typeof adminKeyAuth | typeof jwtAuth | typeof oauth2Auth | typeof tokenAuth>;

/** Every scheme: what such a client lacks is not known before it is called. */
export type KeyNestSchemes = SchemesOf<KnownCredential>;

/** Who logs in: by user name for a JWT pair, by email address for KeyNest's own token. */
export type KeyNestLogin = LoginOptions &
  ({ readonly username: string; readonly email?: never } | { readonly email: string; readonly username?: never });

/** What `httpPost` and the like send: plain objects and arrays as JSON, all else as `fetch` does. */
export type HttpBody = RequestInit["body"] | object;

/** Whatever the client carries goes with a request of which nobody knows what it needs. */
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
   * @param options Credentials, address and how calls are made; what is missing is read from the environment.
   * @throws {UsageError} When an option is wrong.
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

  /** Whether there is a credential of a user that is valid. An API key counts once it has been exchanged. */
  get isAuthenticated(): boolean {
    return this.#identity.current.some((one) => ownProperties(one).isActive?.call(one, this.client) ?? true);
  }

  /**
   * Logs in: asks the server, whatever is in a store. From now on, calls are made as this user, who is logged in again when
   * the session has ended.
   *
   * @param login Email address or user name, and the password.
   * @param options Abort signal.
   * @throws {UsageError} When a name or the password is missing.
   * @throws {AuthenticationError} When the server refuses the login. Who was logged in before still is.
   */
  async login(login: KeyNestLogin, options: Pick<RequestOptions, "signal"> = {}): Promise<void> {
    const given = ownProperties(login);
    if (!given.password || !(given.email || given.username)) {
      throw new UsageError("login takes a password, and a username or an email");
    }
    const session = given.email ? passwordLogin(given) : jwtLogin(given as LoginOptions & { username: string });
    const { signal } = ownProperties(options);
    await session.begin(this.client, { signal, reuse: false });
    this.#identity.current = [session];
  }

  /**
   * Ends the session here and on the server. A `token` that was given is forgotten, and stays valid on the server.
   *
   * @throws whatever the request to log out throws; the session is forgotten here all the same
   */
  async logout(): Promise<void> {
    const { current } = this.#identity;
    this.#identity.current = [];
    const ended = await Promise.allSettled(current.map((one) => ownProperties(one).end?.call(one, this.client)));
    for (const one of ended) {
      // A server that does not know the session any more has ended it already.
      if (one.status === "rejected" && !isAuthenticationError(one.reason)) throw one.reason;
    }
  }

  /** What the server last said of its rate limit. */
  get rateLimit(): RateLimit | undefined {
    return this.client.rateLimit;
  }

  /**
   * Sends GET to any path of the server.
   *
   * @param path Below the base URL: `version/` or `/version/`; may hold a query.
   * @param options For this call only: abort signal, time limit, headers.
   * @returns The answer, whatever its status, with its body unread.
   * @throws {UsageError} When the path leads to another place than below the base URL. Nothing has been sent.
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

  /** Closes what `fetch` holds open, if it can be disposed of. Ends no session. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.client[Symbol.asyncDispose]();
  }
}

/** Those that are given, else those of the environment. */
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

/** What a module of the SDK exports. */
export type Namespace = Record<string, unknown>;

/** The module of the package itself: `createClient`, credentials, errors. */
export type Sdk = Namespace;

/** A generated function, seen from JavaScript. */
export type Callable = (client: unknown, params?: object, options?: object) => Promise<unknown>;

/** What the suite exercises. */
export interface Subject {
  sdk: Sdk;
  /** By name: `projects` for `@keynest/sdk/projects`. */
  modules: Record<string, Namespace>;
  /** Where a mock serves the description. */
  url: string;
}

export function createClient(sdk: Sdk, options: object): unknown {
  return (sdk.createClient as (options: object) => unknown)(options);
}

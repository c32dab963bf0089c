import { isObject } from "../document/openapi.ts";
import { ownProperties } from "../own-properties.ts";

/** Pages of documentation in Markdown, and what the description cannot know of the package that they are about. */
export interface DocsOptions {
  /** Folder for the pages. Pages of ours in it that are no longer generated are removed. */
  readonly output: string;
  /** Module that examples import the functions from, such as the name of the package. */
  readonly package: string;
  /**
   * Module that examples import the blocking twins from, and a `createSyncClient` that knows the server.
   *
   * @default none, and no blocking examples
   */
  readonly sync?: string;
  /**
   * Class of the package that takes the options of `createClient` and has the resources.
   *
   * @default the generated root class around a client
   */
  readonly class?: string;
  /** Functions of the package that make a credential beside the generated ones, by security scheme. */
  readonly credentials?: Readonly<Record<string, readonly string[]>>;
  /**
   * Environment variables that examples take secrets from, by security scheme, or by name of a parameter or property.
   *
   * @default that name in capitals
   */
  readonly environment?: Readonly<Record<string, string>>;
  /** Files that examples send, by name of the property. @default "file.txt" */
  readonly files?: Readonly<Record<string, string>>;
}

/** The settings as a sentence has them. */
export const DOCS_SETTINGS =
  "an object with output and package, and if need be sync, class, credentials, environment and files";

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";
const isName = (value: unknown): boolean => typeof value === "string" && /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(value);
const isMapOf = (test: (value: unknown) => boolean) => (value: unknown) =>
  isObject(value) && Object.values(value).every(test);

const CHECKS: Record<keyof DocsOptions, (value: unknown) => boolean> = {
  output: isText,
  package: isText,
  sync: isText,
  class: isName,
  credentials: isMapOf((value) => Array.isArray(value) && value.every(isName)),
  environment: isMapOf(isName),
  files: isMapOf(isText),
};

/** Whether a value is {@link DocsOptions}. */
export function areDocsOptions(value: unknown): boolean {
  if (!isObject(value)) return false;
  const settings = ownProperties(value);
  if (settings.output === undefined || settings.package === undefined) return false;
  return Object.entries(settings).every(
    ([name, one]) => Object.hasOwn(CHECKS, name) && (one === undefined || CHECKS[name as keyof DocsOptions](one)),
  );
}

import { isObject } from "../document/openapi.ts";
import { ownProperties } from "../own-properties.ts";

/** Options of the documentation pages, mostly about the documented package. */
export interface DocsOptions {
  /** Folder for the pages. Obsolete generated pages in it are removed. */
  readonly output: string;
  /** Module that examples import from, such as the name of the package. */
  readonly package: string;
  /**
   * Module with the blocking variants and a `createSyncClient` that has a default server.
   *
   * @default none, and no blocking examples
   */
  readonly sync?: string;
  /**
   * Class of the package with the resources, which takes the options of `createClient`.
   *
   * @default the generated root class around a client
   */
  readonly class?: string;
  /** Additional credential functions of the package, by security scheme. */
  readonly credentials?: Readonly<Record<string, readonly string[]>>;
  /**
   * Environment variables with the secrets of examples, by security scheme, or by name of a parameter or property.
   *
   * @default the name in capitals
   */
  readonly environment?: Readonly<Record<string, string>>;
  /** Files that examples upload, by name of the property. @default "file.txt" */
  readonly files?: Readonly<Record<string, string>>;
}

/** Describes the settings in error messages. */
export const DOCS_SETTINGS =
  "an object with output and package, and optionally sync, class, credentials, environment and files";

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

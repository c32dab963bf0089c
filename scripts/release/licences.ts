import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Licences that require only attribution, by SPDX identifier. */
const ALLOWED = new Set([
  ...["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "CC0-1.0"],
  ...["ISC", "MIT", "MIT-0", "Python-2.0", "Unlicense", "Zlib"],
]);

/** A package that is installed, and its licence. */
export interface Licensed {
  readonly name: string;
  readonly version: string;
  /** The declared licence; empty without one. */
  readonly licence: string;
  /** Whether the licence is accepted. */
  readonly allowed: boolean;
}

/**
 * Lists the packages that npm installed in a project, with their licences.
 *
 * @param folder - folder of a project with a `package-lock.json`
 */
export function listLicences(folder: string): Licensed[] {
  const lock = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")) as Lock;
  return Object.entries(lock.packages)
    .filter(([path]) => path !== "" && existsSync(join(folder, path, "package.json")))
    .map(([path, { version }]) => {
      const manifest = JSON.parse(readFileSync(join(folder, path, "package.json"), "utf8")) as Manifest;
      const licence = licenceOf(manifest);
      return { name: path.replace(/^.*node_modules\//, ""), version, licence, allowed: isAllowed(licence) };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * Whether an SPDX expression allows an accepted licence. An expression that cannot be parsed is not accepted.
 *
 * @param expression - for example `MIT` or `(MIT OR GPL-3.0-only)`
 */
export function isAllowed(expression: string): boolean {
  const plain = expression.replace(/^\((.*)\)$/, "$1");
  return plain.split(" OR ").some((choice) => choice.split(" AND ").every((each) => ALLOWED.has(each)));
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version: string }>>;
}

interface Manifest {
  readonly license?: string | { readonly type: string };
  /** The format before npm 2. */
  readonly licenses?: readonly { readonly type: string }[];
}

function licenceOf({ license, licenses }: Manifest): string {
  if (typeof license === "string") return license;
  if (license) return license.type;
  return (licenses ?? []).map(({ type }) => type).join(" AND ");
}

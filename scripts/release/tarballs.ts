import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What `changeset pack` writes: groups of packages, in the order in which they have to be published. */
interface PublishPlan {
  readonly plan: readonly (readonly Release[])[];
}

interface Release {
  /** `tag-only` for packages that are not published. */
  readonly kind: "publish" | "tag-only";
  readonly name: string;
  readonly version: string;
  /** Dist-tag of npm. */
  readonly tag: string;
  /** Its path is relative to the folder of the plan. */
  readonly tarball: { readonly path: string };
}

/** What the jobs of the release workflow that have rights may use: lines of text, which start with a SHA-256. */
export interface Listed {
  /** Hash, file, package, version and dist-tag of each tarball, in the order in which they are published. */
  readonly tarballs: string;
  /** Hash, file, package and version for the text of each release on GitHub. */
  readonly notes: string;
}

/**
 * Lists the tarballs in a folder, and writes beside each what is new in it.
 *
 * @param folder That `changeset pack` made.
 * @param changelogOf Reads the changelog of a package, by its name.
 */
export function listTarballs(folder: string, changelogOf: (name: string) => string): Listed {
  const { plan } = JSON.parse(readFileSync(join(folder, "publish-plan.json"), "utf8")) as PublishPlan;
  const releases = plan.flat().filter(({ kind }) => kind === "publish");
  const tarballs = releases.map(({ name, version, tag, tarball: { path } }) => {
    return [hashOf(join(folder, path)), path, name, version, tag].join(" ");
  });
  const notes = releases.map(({ name, version, tarball }) => {
    const path = tarball.path.replace(/\.tgz$/, ".md");
    writeFileSync(join(folder, path), notesOf(changelogOf(name), version));
    return [hashOf(join(folder, path)), path, name, version].join(" ");
  });
  return { tarballs: tarballs.join("\n"), notes: notes.join("\n") };
}

/**
 * What a changelog says of a version.
 *
 * @param changelog As Changesets writes it: a heading of the second level for each version.
 */
export function notesOf(changelog: string, version: string): string {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.split(/\r?\n/, 1)[0] === version) ?? version;
  return `${section.slice(version.length).trim()}\n`;
}

/** SHA-256 of a file, as `sha256sum` prints it. */
export function hashOf(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

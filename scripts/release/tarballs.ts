import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The plan of `changeset pack`: groups of packages, in publishing order. */
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

/** Inputs of the privileged jobs of the release workflow: lines that start with a SHA-256. */
export interface Listed {
  /** Hash, file, package, version and dist-tag of each tarball, in publishing order. */
  readonly tarballs: string;
  /** Hash, file, package and version of each GitHub release's text. */
  readonly notes: string;
}

/**
 * Lists the tarballs in a folder, and writes the release notes of each next to it.
 *
 * @param folder - output of `changeset pack`
 * @param changelogOf - reads the changelog of a package
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
 * Returns the section of a version in a changelog.
 *
 * @param changelog - a changelog of Changesets, with a second-level heading for each version
 */
export function notesOf(changelog: string, version: string): string {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.split(/\r?\n/, 1)[0] === version) ?? version;
  return `${section.slice(version.length).trim()}\n`;
}

/** Returns the SHA-256 of a file, in the format of `sha256sum`. */
export function hashOf(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

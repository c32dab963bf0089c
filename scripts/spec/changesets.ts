import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readChangesets } from "@changesets/read";
import type { Base } from "./base.ts";
import { type Bump, largerBump } from "./bump.ts";
import { type Repository, SDK, UNRELEASED } from "./repository.ts";
import { SpecError } from "./spec-error.ts";

/** A changeset that the next release will include. */
export interface Pending {
  /** Name of its file, without the extension. */
  readonly id: string;
  readonly summary: string;
  /** Bump of the SDK, if there is one. */
  readonly bump: Bump | undefined;
}

/** Reads the changesets for the next release. @throws {SpecError} if one of them is invalid */
export async function pendingChangesets({ folder }: Repository): Promise<Pending[]> {
  if (!existsSync(join(folder, ".changeset"))) return [];
  const all = await readChangesets(folder).catch((error: Error) => {
    throw new SpecError(`${invalidChangeset(folder)} is invalid: ${error.message.split("\n")[0]}`);
  });
  return all.map(({ id, summary, releases }) => {
    const type = releases.find(({ name }) => name === SDK)?.type;
    return { id, summary, bump: type === "none" ? undefined : type };
  });
}

/** Finds the file that the message of @changesets/read does not name. */
function invalidChangeset(folder: string): string {
  const names = readdirSync(join(folder, ".changeset")).filter((name) => name.endsWith(".md") && name !== "README.md");
  const text = (name: string): string => readFileSync(join(folder, ".changeset", name), "utf8");
  const invalid = names.find((name) => !/^---\r?\n[\s\S]*?^---\s*$/m.test(text(name)));
  return invalid === undefined ? "A file in .changeset" : `.changeset/${invalid}`;
}

/**
 * Finds changesets that were added or edited since a base, even if renamed. Before the first release, these are all
 * changesets.
 */
export async function changesetsSince(repository: Repository, { commit }: Base): Promise<Pending[]> {
  const pending = await pendingChangesets(repository);
  if (commit === undefined || repository.version === UNRELEASED) return pending;
  const { folder, git } = repository;
  const paths = await git.files(commit, ".changeset");
  const before = new Set((await Promise.all(paths.map((path) => git.text(commit, path)))).map((text) => text?.trim()));
  const isOld = ({ id }: Pending): boolean =>
    before.has(readFileSync(join(folder, ".changeset", `${id}.md`), "utf8").trim());
  return pending.filter((changeset) => !isOld(changeset));
}

/** Returns the bump of the SDK from all changesets together. */
export function bumpOf(changesets: readonly Pending[]): Bump | undefined {
  return changesets.reduce<Bump | undefined>((most, { bump }) => largerBump(most, bump), undefined);
}

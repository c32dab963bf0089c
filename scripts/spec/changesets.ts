import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readChangesets } from "@changesets/read";
import type { Base } from "./base.ts";
import { type Bump, farther } from "./bump.ts";
import { type Repository, SDK, UNRELEASED } from "./repository.ts";
import { SpecError } from "./spec-error.ts";

/** A changeset that waits for the next release. */
export interface Pending {
  /** Name of its file, without the ending. */
  readonly id: string;
  readonly summary: string;
  /** How far it moves the SDK; absent where it does not. */
  readonly bump: Bump | undefined;
}

/** Reads the changesets that wait for the next release. @throws {SpecError} When one of them is malformed. */
export async function pendingChangesets({ folder }: Repository): Promise<Pending[]> {
  if (!existsSync(join(folder, ".changeset"))) return [];
  const all = await readChangesets(folder).catch((error: Error) => {
    throw new SpecError(`A file in .changeset is no changeset: ${error.message.split("\n")[0]}.`);
  });
  return all.map(({ id, summary, releases }) => {
    const type = releases.find(({ name }) => name === SDK)?.type;
    return { id, summary, bump: type === "none" ? undefined : type };
  });
}

/**
 * The changesets that tell of what happened since a base: those that it did not have as they are, under whatever name.
 * Before the first release all of them do, because they all go out with it.
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

/** How far changesets move the SDK together. */
export function bumpOf(changesets: readonly Pending[]): Bump | undefined {
  return changesets.reduce<Bump | undefined>((most, { bump }) => farther(most, bump), undefined);
}

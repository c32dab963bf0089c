import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Change, diffDescriptions, GenerateError } from "@keynest/codegen";
import { type Base, openBase } from "./base.ts";
import { type Bump, bumpBetween, bumpFor, farther, isEnough } from "./bump.ts";
import { bumpOf, changesetsSince, type Pending } from "./changesets.ts";
import { type Repository, SDK, SPEC, UNRELEASED } from "./repository.ts";
import { SpecError } from "./spec-error.ts";

/** What changed since a base, and what was said about it. */
export interface SpecDiff {
  /** The changes, most severe first. */
  readonly changes: readonly Change[];
  /** What was compared with. */
  readonly base: string;
  /** How far the version of the SDK has to move; absent where nothing asks for it. */
  readonly needed: Bump | undefined;
  /** How far changesets move it, or how far it has moved since the base. */
  readonly given: Bump | undefined;
  /** The changesets that count. */
  readonly changesets: readonly Pending[];
  /** Whether what is given is enough. */
  readonly isSufficient: boolean;
  /** Whether something was released before. */
  readonly isReleased: boolean;
}

/**
 * Compares the description with what it was.
 *
 * @param base What `--base` says.
 * @param head File of the description, absolute or relative to the repository.
 * @param released What users see change; anything else only undoes what was never released.
 * @throws {SpecError} When one of them cannot be read.
 */
export async function compareSpec(
  repository: Repository,
  base: string,
  head: string = SPEC,
  released?: Pick<SpecDiff, "changes">,
): Promise<SpecDiff> {
  const file = resolve(repository.folder, head);
  if (!existsSync(file)) throw new SpecError(`There is no file ${head}.`);
  using before = await openBase(repository, base);
  const all = await diffDescriptions(before.file, file, { module: SDK }).catch((error: Error) => {
    if (error instanceof GenerateError) throw new SpecError(`The descriptions cannot be compared:\n${error.message}`);
    throw error;
  });
  const changes = released ? seenBy(all, released.changes) : all;
  return { changes, base: before.label, ...(await weigh(repository, before, changes)) };
}

/** The changes that are among others, too: of the same rule, in the same place or the same words. */
function seenBy(changes: readonly Change[], others: readonly Change[]): Change[] {
  const known = new Set(others.flatMap(identitiesOf));
  return changes.filter((change) => identitiesOf(change).some((identity) => known.has(identity)));
}

function identitiesOf({ rule, pointer, message }: Change): string[] {
  return [`${rule} ${pointer}`, `${rule} ${message}`];
}

async function weigh(
  repository: Repository,
  before: Base,
  changes: readonly Change[],
): Promise<Omit<SpecDiff, "base" | "changes">> {
  const released = before.version ?? repository.version;
  const needed = changes.reduce<Bump | undefined>(
    (most, { level }) => farther(most, bumpFor(level, released)),
    undefined,
  );
  const changesets = await changesetsSince(repository, before);
  // Where versions have been raised, the changesets are used up.
  const raised = before.version === undefined ? undefined : bumpBetween(before.version, repository.version);
  const given = farther(bumpOf(changesets), raised);
  const isReleased = repository.version !== UNRELEASED;
  return { needed, given, changesets, isSufficient: isEnough(given, needed), isReleased };
}

import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Change, diffDescriptions, GenerateError } from "@keynest/codegen";
import { type Base, openBase } from "./base.ts";
import { type Bump, bumpBetween, bumpFor, isEnough, largerBump } from "./bump.ts";
import { bumpOf, changesetsSince, type Pending } from "./changesets.ts";
import { type Repository, SDK, SPEC, UNRELEASED } from "./repository.ts";
import { SpecError } from "./spec-error.ts";

/** Changes since a base, and the changesets for them. */
export interface SpecDiff {
  /** The changes, most severe first. */
  readonly changes: readonly Change[];
  /** Name of the base. */
  readonly base: string;
  /** The required bump of the SDK, if there is one. */
  readonly needed: Bump | undefined;
  /** The bump from changesets, or since the base. */
  readonly given: Bump | undefined;
  /** The changesets that count. */
  readonly changesets: readonly Pending[];
  /** Whether the given bump is at least the needed one. */
  readonly isSufficient: boolean;
  /** Whether there is a release. */
  readonly isReleased: boolean;
}

/**
 * Compares the description with a base.
 *
 * @param base - value of `--base`
 * @param head - file of the description, absolute or relative to the repository
 * @param released - changes since the release; other changes only revert unreleased ones
 * @throws {SpecError} if one of them cannot be read
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

/** Returns the changes that a second list also has: same rule, and same pointer or message. */
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
    (most, { level }) => largerBump(most, bumpFor(level, released)),
    undefined,
  );
  const changesets = await changesetsSince(repository, before);
  // A new version has used up the changesets.
  const raised = before.version === undefined ? undefined : bumpBetween(before.version, repository.version);
  const given = largerBump(bumpOf(changesets), raised);
  const isReleased = repository.version !== UNRELEASED;
  return { needed, given, changesets, isSufficient: isEnough(given, needed), isReleased };
}

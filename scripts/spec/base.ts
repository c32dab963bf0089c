import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { createTemporaryFolder } from "../temporary-folder.ts";
import { fetchPublished } from "./published.ts";
import { MOCK, type Repository, SDK, SPEC, SPEC_FOLDER, versionAt } from "./repository.ts";
import { SpecError } from "./spec-error.ts";

/** A description to compare with. */
export interface Base {
  /** Name for people: a ref, a file, or a version. */
  readonly label: string;
  /** File of the description. */
  readonly file: string;
  /** Version of the SDK that it belongs to, if that is known. */
  readonly version?: string;
  /** The commit, if it was read from git. */
  readonly commit?: string;
  /** Removes temporary copies. */
  [Symbol.dispose](): void;
}

/**
 * Opens the base that `--base` names: a file, a released version, or a git ref. A version is read from its tag, or else
 * from the registry.
 *
 * @throws {SpecError} if there is no such base, or it has no description
 */
export async function openBase(repository: Repository, given: string): Promise<Base> {
  const file = resolve(repository.folder, given);
  if (/\.(ya?ml|json)$/.test(given) || /^https?:/.test(given)) {
    if (!existsSync(file) && !/^https?:/.test(given)) throw new SpecError(`There is no file ${given}.`);
    return { label: given, file: existsSync(file) ? file : given, [Symbol.dispose]: () => {} };
  }
  const [, version] = /^v?(\d+\.\d+\.\d+(?:-[\w.-]+)?|latest)$/.exec(given) ?? [];
  const tag = version === undefined ? undefined : `${SDK}@${version}`;
  if (tag !== undefined && (await repository.git.commit(tag))) return openCommit(repository, tag);
  if (await repository.git.commit(given)) return openCommit(repository, given);
  if (version !== undefined) return openPublished(version);
  throw new SpecError(`"${given}" is not a file, a released version, or a git ref.`);
}

/** Copies the description at a git ref, with its whole folder, because the root file refers to the others. */
async function openCommit(repository: Repository, ref: string): Promise<Base> {
  const commit = await repository.git.commit(ref);
  if (commit === undefined) throw new SpecError(`There is no git ref "${ref}".`);
  return inTemporaryFolder(async (folder) => {
    await repository.git.copy(commit, SPEC_FOLDER, folder);
    const file = join(folder, SPEC);
    if (!existsSync(file)) throw new SpecError(`There is no ${SPEC} at "${ref}".`);
    const label = /^[0-9a-f]{40}$/.test(ref) ? ref.slice(0, 10) : ref;
    return { label, file, commit, version: await versionAt(repository, commit) };
  });
}

function openPublished(wanted: string): Promise<Base> {
  return inTemporaryFolder(async (folder) => {
    const { file, version } = await fetchPublished(wanted, folder);
    return { label: `${MOCK}@${version}`, file, version };
  });
}

/** Opens a base in a temporary folder, which is removed with the base, or on failure. */
async function inTemporaryFolder(open: (folder: string) => Promise<Omit<Base, typeof Symbol.dispose>>): Promise<Base> {
  const folder = createTemporaryFolder("spec");
  try {
    return { ...(await open(folder.path)), [Symbol.dispose]: () => folder[Symbol.dispose]() };
  } catch (error) {
    folder[Symbol.dispose]();
    throw error;
  }
}

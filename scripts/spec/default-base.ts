import { type Repository, SDK } from "./repository.ts";

/** Refs to compare with. */
export interface KnownBases {
  /** Tag of the last release. */
  readonly release: string | undefined;
  /** Merge base of this branch and its target. */
  readonly mergeBase: string | undefined;
  /** The last commit. */
  readonly last: string | undefined;
  /** Whether the clone is shallow, so that a base may be missing. */
  readonly isShallow: boolean;
}

/** Finds refs to compare with. */
export async function knownBases({ git, baseBranch }: Repository): Promise<KnownBases> {
  const upstream = (await git.commit(`origin/${baseBranch}`)) ? `origin/${baseBranch}` : baseBranch;
  return {
    release: await git.ask("describe", "--tags", "--abbrev=0", `--match=${SDK}@*`),
    mergeBase: await git.ask("merge-base", "HEAD", upstream),
    last: await git.commit("HEAD"),
    isShallow: (await git.ask("rev-parse", "--is-shallow-repository")) === "true",
  };
}

/** Returns the default base: the last release, or else the merge base, or else the last commit. */
export function defaultBase({ release, mergeBase, last }: KnownBases): string | undefined {
  return release ?? mergeBase ?? last;
}

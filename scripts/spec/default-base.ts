import { type Repository, SDK } from "./repository.ts";

/** The refs that there are to compare with. */
export interface KnownBases {
  /** Tag of the last release. */
  readonly release: string | undefined;
  /** Where this branch left the one that it will be merged to. */
  readonly mergeBase: string | undefined;
  /** The last commit. */
  readonly last: string | undefined;
  /** Whether the history was cut off, so that a base may be missing. */
  readonly isShallow: boolean;
}

/** Finds what there is to compare with. */
export async function knownBases({ git, baseBranch }: Repository): Promise<KnownBases> {
  const upstream = (await git.commit(`origin/${baseBranch}`)) ? `origin/${baseBranch}` : baseBranch;
  return {
    release: await git.ask("describe", "--tags", "--abbrev=0", `--match=${SDK}@*`),
    mergeBase: await git.ask("merge-base", "HEAD", upstream),
    last: await git.commit("HEAD"),
    isShallow: (await git.ask("rev-parse", "--is-shallow-repository")) === "true",
  };
}

/** What is compared with when nothing is said: what users have, else where this branch began, else the last commit. */
export function defaultBase({ release, mergeBase, last }: KnownBases): string | undefined {
  return release ?? mergeBase ?? last;
}

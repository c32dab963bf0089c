import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Git } from "./git.ts";

/** The package whose changes are reported, and the package that ships the description. Both have the same version. */
export const SDK = "@keynest/sdk";
export const MOCK = "@keynest/mock";

/** The root file of the description, and the folder that it is in. */
export const SPEC_FOLDER = "spec";
export const SPEC: string = `${SPEC_FOLDER}/openapi.yaml`;

const MANIFEST = "packages/sdk/package.json";

/** Locations for the commands. */
export interface Repository {
  readonly folder: string;
  readonly git: Git;
  /** Current version of the SDK; `0.0.0` before the first release. */
  readonly version: string;
  /** Branch that changes are merged to. */
  readonly baseBranch: string;
}

/** Reads the repository in a folder. */
export async function openRepository(folder: string): Promise<Repository> {
  const config = await readJson(join(folder, ".changeset", "config.json"));
  const manifest = await readJson(join(folder, MANIFEST));
  const git = new Git(folder);
  return { folder, git, version: manifest.version ?? UNRELEASED, baseBranch: config.baseBranch ?? "main" };
}

/** Version of the SDK at a commit. */
export async function versionAt({ git }: Repository, commit: string): Promise<string> {
  const text = await git.text(commit, MANIFEST);
  return text === undefined ? UNRELEASED : ((JSON.parse(text) as { version?: string }).version ?? UNRELEASED);
}

/** Version before the first release. */
export const UNRELEASED = "0.0.0";

async function readJson(file: string): Promise<{ version?: string; baseBranch?: string }> {
  const text = await readFile(file, "utf8").catch(() => "{}");
  return JSON.parse(text) as { version?: string; baseBranch?: string };
}

import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathOf, runCommand } from "../command.ts";
import { createTemporaryFolder } from "../temporary-folder.ts";
import { ROOT } from "../turbo.ts";
import type { Registry } from "./registry.ts";
import { type Entry, entriesOf } from "./tarball.ts";
import { type Listed, listTarballs } from "./tarballs.ts";
import { readReleaseStep, runStep } from "./workflow.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** The packages that are published. */
export const PACKAGES = ["@keynest/codegen", "@keynest/mock", "@keynest/runtime", "@keynest/sdk"] as const;

/** A package in the registry. */
export interface Published {
  readonly name: string;
  readonly version: string;
  readonly manifest: Readonly<Record<string, unknown>>;
  /** Size of the tarball in bytes. */
  readonly packed: number;
  readonly entries: readonly Entry[];
}

/** Updates versions and changelogs of a copy's packages from its changesets. */
export async function versionPackages(copy: string): Promise<void> {
  await runCommand("changeset", ["version"], { cwd: copy, env: { PATH: pathOf(copy) } });
}

/** Builds the packages of a copy, except those that are built here from the same files. */
export async function buildPackages(copy: string): Promise<void> {
  const cache = { TURBO_CACHE_DIR: join(ROOT, ".turbo", "cache") };
  const env = { PATH: pathOf(copy), TURBO_TELEMETRY_DISABLED: "1", REDOCLY_TELEMETRY: "off", ...cache };
  await runCommand("turbo", ["run", "build", "--filter=./packages/*", "--output-logs=errors-only"], { cwd: copy, env });
}

/**
 * Packs versions that the registry does not have yet.
 *
 * @param root - folder of the repository, or of a copy
 * @param folder - target folder; need not exist
 * @param env - environment variables that select the registry
 */
export async function packPackages(root: string, folder: string, env: Environment = {}): Promise<Listed> {
  const to = resolve(folder);
  await runCommand("changeset", ["pack", "--out-dir", to], { cwd: root, env: { ...env, PATH: pathOf(root) } });
  return listTarballs(to, (name) => readFileSync(join(root, folderOf(name), "CHANGELOG.md"), "utf8"));
}

/**
 * Packs the packages of a copy, and publishes them with the script of the release workflow, only to a local registry.
 *
 * @returns the packages in the registry
 */
export async function publishPackages(copy: string, registry: Registry): Promise<Published[]> {
  // All registry settings point to the local one, and there are no credentials for others.
  const npmrc = join(copy, ".npmrc");
  writeFileSync(npmrc, `registry=${registry.url}\n${registry.npmrc}`);
  const env = {
    NPM_CONFIG_USERCONFIG: npmrc,
    NPM_CONFIG_REGISTRY: registry.url,
    PNPM_CONFIG_REGISTRY: registry.url,
    NODE_AUTH_TOKEN: undefined,
    NPM_TOKEN: undefined,
    PATH: pathOf(copy),
  };
  using packed = createTemporaryFolder("packed");
  const { tarballs } = await packPackages(copy, packed.path, env);
  // Only GitHub can attest provenance.
  await runStep(readReleaseStep("publish"), packed.path, { ...env, TARBALLS: tarballs, FOLDER: packed.path });
  return Promise.all(PACKAGES.map((name) => lookUp(name, registry)));
}

function folderOf(name: string): string {
  return name.replace("@keynest/", "packages/");
}

async function lookUp(name: string, registry: Registry): Promise<Published> {
  const response = await fetch(`${registry.url}${name.replace("/", "%2f")}/latest`);
  if (!response.ok) throw new Error(`${name} is not in the local registry (status ${response.status}).`);
  const manifest = (await response.json()) as { version: string; dist: { tarball: string } };
  const tarball = Buffer.from(await (await fetch(manifest.dist.tarball)).arrayBuffer());
  return {
    name,
    version: manifest.version,
    manifest: { ...manifest },
    packed: tarball.length,
    entries: entriesOf(tarball),
  };
}

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathOf, runCommand } from "../command.ts";
import type { Registry } from "./registry.ts";
import { type Entry, entriesOf } from "./tarball.ts";

/** The packages that are published. */
export const PACKAGES = ["@keynest/codegen", "@keynest/mock", "@keynest/runtime", "@keynest/sdk"] as const;

/** A package as the registry has it. */
export interface Published {
  readonly name: string;
  readonly version: string;
  readonly manifest: Readonly<Record<string, unknown>>;
  /** Size of the tarball in bytes. */
  readonly packed: number;
  readonly entries: readonly Entry[];
}

/** Gives the packages of a copy their next version and changelogs, as the changesets in it ask for. */
export async function versionPackages(copy: string): Promise<void> {
  await runCommand("changeset", ["version"], { cwd: copy, env: { PATH: pathOf(copy) } });
}

/** Builds the packages of a copy. */
export async function buildPackages(copy: string): Promise<void> {
  const env = { PATH: pathOf(copy), TURBO_TELEMETRY_DISABLED: "1", REDOCLY_TELEMETRY: "off" };
  await runCommand("turbo", ["run", "build", "--filter=./packages/*", "--output-logs=errors-only"], { cwd: copy, env });
}

/**
 * Publishes the packages of a copy with the command of the release workflow, to a local registry and to nowhere else.
 *
 * @returns What the registry has then.
 */
export async function publishPackages(copy: string, registry: Registry): Promise<Published[]> {
  // Every registry that a package could go to is the local one, and there are no credentials for any other.
  const npmrc = join(copy, ".npmrc");
  writeFileSync(npmrc, `registry=${registry.url}\n${registry.npmrc}`);
  const config = {
    NPM_CONFIG_USERCONFIG: npmrc,
    NPM_CONFIG_REGISTRY: registry.url,
    PNPM_CONFIG_REGISTRY: registry.url,
  };
  const env = { ...config, NODE_AUTH_TOKEN: undefined, NPM_TOKEN: undefined, PATH: pathOf(copy) };
  await runCommand("changeset", ["publish", "--no-git-tag"], { cwd: copy, env });
  return Promise.all(PACKAGES.map((name) => lookUp(name, registry)));
}

async function lookUp(name: string, registry: Registry): Promise<Published> {
  const response = await fetch(`${registry.url}${name.replace("/", "%2f")}/latest`);
  if (!response.ok) throw new Error(`${name} did not arrive at the local registry (status ${response.status}).`);
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

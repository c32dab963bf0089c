import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type CommandError, runCommand } from "../command.ts";
import { MOCK } from "./repository.ts";
import { SpecError } from "./spec-error.ts";

/** Timeout for the registry, in milliseconds. */
const LONGEST_MS = 60_000;

/**
 * Fetches the description of a published version, from the package of the mock in npm's registry.
 *
 * @throws {SpecError} if there is no such version, or the registry is not reachable
 */
export async function fetchPublished(
  version: string,
  folder: string,
): Promise<{ readonly file: string; readonly version: string }> {
  const name = `${MOCK}@${version}`;
  const pack = ["pack", name, "--pack-destination", ".", "--loglevel=error"];
  await runCommand("npm", pack, { cwd: folder, timeoutMs: LONGEST_MS }).catch((error: CommandError) => {
    throw new SpecError(`${name} could not be fetched: ${reasonOf(error)}.`);
  });
  const tarball = readdirSync(folder).find((file) => file.endsWith(".tgz"));
  if (tarball === undefined) throw new SpecError(`${name} could not be fetched: npm wrote no package.`);
  await runCommand("tar", ["-xzf", tarball], { cwd: folder });
  const file = join(folder, "package", "dist", "openapi.json");
  if (!existsSync(file)) throw new SpecError(`${name} contains no description.`);
  const manifest = JSON.parse(await readFile(join(folder, "package", "package.json"), "utf8")) as { version: string };
  return { file, version: manifest.version };
}

function reasonOf({ output, message }: CommandError): string {
  const [, code] = /^npm error code (\w+)/m.exec(output) ?? [];
  if (code === "E404" || code === "ETARGET") return "the registry has no such version";
  return code === undefined ? String(message.split("\n")[0]) : `npm says ${code}`;
}

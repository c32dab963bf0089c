import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import type { Io } from "../../src/cli/io.ts";
import { keyNest } from "../../src/keynest/default-api.ts";
import { run } from "../../src/verify/command.ts";
import type { Report } from "../../src/verify/report.ts";

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command in this process. */
export async function runVerify(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const code = await run([...args], { stdout, stderr, env } as unknown as Io, keyNest);
  return { code, stdout: await text(stdout.end()), stderr: await text(stderr.end()) };
}

/** A finding with its operation, as short as tests like it: `getProject: missing-field name`. */
export function findingsOf({ stdout }: Ran): string[] {
  const { operations } = JSON.parse(stdout) as Report;
  return operations.flatMap(({ name, findings }) =>
    findings.map(({ severity, category, place }) =>
      `${severity === "remark" ? "remark " : ""}${name}: ${category} ${place}`.trim(),
    ),
  );
}

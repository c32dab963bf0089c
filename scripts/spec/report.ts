import { SpecError } from "./spec-error.ts";

/** Runs a command. Prints an expected error in one sentence, and returns exit code 2. */
export async function report(run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    const { code = "", message, stack } = error as Error & { code?: string };
    const isExpected = error instanceof SpecError || String(code).startsWith("ERR_PARSE_ARGS");
    process.stderr.write(`${isExpected ? message : stack}\n`);
    return 2;
  }
}

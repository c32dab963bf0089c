import { SpecError } from "./spec-error.ts";

/** Runs a command; what goes wrong is said in a sentence, with exit code 2. */
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

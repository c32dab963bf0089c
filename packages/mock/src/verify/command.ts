import { wantsColour } from "../cli/banner.ts";
import { COMMAND_NAME } from "../cli/command-name.ts";
import type { DefaultApi } from "../cli/default-api.ts";
import type { Io } from "../cli/io.ts";
import { isMockError } from "../mock-error.ts";
import { CannotRun } from "./cannot-run.ts";
import { abortOnInterrupt } from "./interrupt.ts";
import { jsonReport } from "./json-report.ts";
import { junitReport } from "./junit-report.ts";
import { ProgressLine } from "./progress-line.ts";
import { exitCodeOf } from "./report.ts";
import { NoResponse } from "./send-request.ts";
import { textReport } from "./text-report.ts";
import { verify } from "./verify.ts";
import { parseVerifyOptions, verifyHelp } from "./verify-options.ts";
import { writeWhole } from "./write-file.ts";

/** Compares a running server with the description. @returns 0 without violations, 1 with, 2 if it could not run */
export async function run(args: string[], { stdout, stderr, env }: Io, api: DefaultApi): Promise<number> {
  const options = parseVerifyOptions(args, env, api);
  if (!options) {
    stdout.write(verifyHelp(api));
    return 0;
  }
  const progress = new ProgressLine(stderr, !options.json, env);
  const say = (sentence: string): void => {
    progress.clear();
    stderr.write(`${COMMAND_NAME}: ${sentence}\n`);
  };
  using interrupt = abortOnInterrupt(() => say("Interrupted."));
  try {
    const report = await verify(options, interrupt.signal, {
      say,
      onRequest: (name, number) => progress.show(`Request ${number}: ${name}`),
    }).finally(() => progress.clear());
    // The report is printed even if the file cannot be written.
    stdout.write(options.json ? jsonReport(report) : textReport(report, wantsColour(stdout, env)));
    if (report.stopped !== undefined) say(report.stopped);
    if (options.junit !== undefined) await writeWhole(options.junit, junitReport(report));
    return exitCodeOf(report);
  } catch (error) {
    if (!(error instanceof CannotRun) && !(error instanceof NoResponse) && !isMockError(error)) throw error;
    say(error.message);
    return 2;
  }
}

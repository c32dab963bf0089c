import { printLine, secondsSince, statusMark, style } from "./terminal.ts";
import { tourSteps } from "./tour-steps.ts";

/**
 * Runs the tour with the built SDK, and prints a line for each step. Stops at the first failure.
 *
 * @param baseUrl - URL of the mock server
 * @returns whether every step passed
 */
export async function takeTour(baseUrl: string): Promise<boolean> {
  const started = performance.now();
  const steps = tourSteps(baseUrl);
  printLine(`\nTour of the SDK, against the mock server at ${baseUrl}:\n`);
  const width = Math.max(...steps.map(({ title }) => title.length));
  const operationWidth = Math.max(...steps.map(({ operation }) => operation.length));
  for (const { title, operation, run } of steps) {
    const outcome = await run().then(
      (text) => ({ ok: true, text }),
      (error: unknown) => ({
        ok: false,
        text: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      }),
    );
    printLine(
      `${statusMark(outcome.ok)} ${title.padEnd(width)}  ${style("cyan", operation.padEnd(operationWidth))}  ${outcome.text}`,
    );
    if (!outcome.ok) {
      printLine(`\nThe tour stopped: "${title}" failed.`);
      return false;
    }
  }
  printLine(
    `\n${steps.length} steps in ${secondsSince(started)}. Next: ${style("bold", "npm test")} (runs all checks),`,
  );
  printLine(
    `${style("bold", "npm run mock")} (keeps the server running), or packages/sdk/README.md (how to use the SDK).`,
  );
  return true;
}

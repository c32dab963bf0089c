import { mark, say, secondsSince, style } from "./terminal.ts";
import { tourSteps } from "./tour-steps.ts";

/**
 * Walks through the product with the built SDK and prints a line for each step.
 *
 * @param baseUrl Where the mock server listens.
 * @returns Whether every step went as it should; the first that did not ends the tour.
 */
export async function takeTour(baseUrl: string): Promise<boolean> {
  const started = performance.now();
  const steps = tourSteps(baseUrl);
  say(`\nThe SDK at work against the mock server at ${baseUrl}:\n`);
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
    say(
      `${mark(outcome.ok)} ${title.padEnd(width)}  ${style("cyan", operation.padEnd(operationWidth))}  ${outcome.text}`,
    );
    if (!outcome.ok) {
      say(`\nThe tour ended at "${title}", which failed.`);
      return false;
    }
  }
  say(`\n${steps.length} steps in ${secondsSince(started)}. Go on with ${style("bold", "npm test")} (every check),`);
  say(`${style("bold", "npm run mock")} (leaves the server running) or packages/sdk/README.md (how to use the SDK).`);
  return true;
}

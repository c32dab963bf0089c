import { BaseResolver, createConfig, lintDocument } from "@redocly/openapi-core";
import { GenerateError, type Problem } from "../problem.ts";
import { isSchemaName, toProblem } from "./load.ts";
import { displayPath, rootOf } from "./location.ts";

/** The most problems that are reported. */
const MOST_PROBLEMS = 20;

/**
 * Runs a step that expects a well-formed description. If the step throws, Redocly's structure check reports where the
 * description is malformed, which is clearer than the error of the step.
 *
 * @throws {GenerateError} if the step throws
 */
export async function reportMalformed<Result>(input: string, step: () => Promise<Result>): Promise<Result> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof GenerateError) throw error;
    const found = await structuralProblems(input).catch(() => []);
    const { message: said, originalError } = error as Error & { originalError?: { error?: Error } };
    const [reason] = (said || originalError?.error?.message || "an engine failed").split("\n");
    const why =
      error instanceof RangeError ? "it is nested too deeply, or a YAML anchor contains its own alias" : reason;
    const message = `The description could not be understood: ${why}.`;
    throw new GenerateError(found.length > 0 ? found : [{ level: "error", message, file: displayPath(rootOf(input)) }]);
  }
}

async function structuralProblems(input: string): Promise<Problem[]> {
  const config = await createConfig({ rules: { struct: "error", "no-unresolved-refs": "error" } });
  const externalRefResolver = new BaseResolver(config.resolve);
  const document = await externalRefResolver.resolveDocument(null, rootOf(input), true);
  if (document instanceof Error) return [];
  const problems = await lintDocument({ document, config: config.styleguide, externalRefResolver } as never);
  return problems
    .filter((problem) => problem.severity === "error" && !isSchemaName(problem))
    .slice(0, MOST_PROBLEMS)
    .map(toProblem);
}

import { BaseResolver, createConfig, lintDocument } from "@redocly/openapi-core";
import { GenerateError, type Problem } from "../problem.ts";
import { isSchemaName, toProblem } from "./load.ts";
import { displayPath, rootOf } from "./location.ts";

/** More would hide the first ones. */
const MOST_PROBLEMS = 20;

/**
 * Runs a step that trusts the description. Where it gives up, Redocly's check of the structure says where the
 * description is malformed; what the step said itself is of use to its developers only.
 *
 * @throws {GenerateError} Instead of whatever the step throws.
 */
export async function understand<Result>(input: string, step: () => Promise<Result>): Promise<Result> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof GenerateError) throw error;
    const found = await structuralProblems(input).catch(() => []);
    const { message: said, originalError } = error as Error & { originalError?: { error?: Error } };
    const [reason] = (said || originalError?.error?.message || "an engine failed").split("\n");
    // What holds itself, by way of a YAML anchor, has no end.
    const why = error instanceof RangeError ? "it is nested too deeply, or a YAML anchor holds its own alias" : reason;
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

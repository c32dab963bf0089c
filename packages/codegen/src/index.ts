export { type CodegenConfig, defineConfig } from "./config.ts";
export type { Change, ChangeLevel, Comparison, DiffOptions, Migration, TypeRename } from "./diff/change.ts";
export { compareDescriptions, diffDescriptions } from "./diff/index.ts";
export type { DocsOptions } from "./docs/settings.ts";
export { type GenerateResult, generate } from "./generate.ts";
export type { PageKind } from "./model/page-kinds.ts";
export type { GenerateOptions } from "./options.ts";
export type { OutputChanges } from "./output/output.ts";
export { formatProblem, GenerateError, type Problem, type ProblemLevel } from "./problem.ts";

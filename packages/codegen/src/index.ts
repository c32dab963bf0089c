export { type CodegenConfig, defineConfig } from "./config.ts";
export type { Change, ChangeLevel, Comparison, DiffOptions, Migration, TypeRename } from "./diff/change.ts";
export { compareDescriptions, diffDescriptions } from "./diff/index.ts";
export type { DocsOptions } from "./docs/settings.ts";
export { type GenerateOptions, type GenerateResult, generate } from "./generate.ts";
export type { OutputChanges } from "./output.ts";
export type { PageKind } from "./pagination/page-kinds.ts";
export { formatProblem, GenerateError, type Problem, type ProblemLevel } from "./problem.ts";

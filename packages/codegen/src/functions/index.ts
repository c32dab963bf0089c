export { defineFunctions } from "./config.ts";
export type { FunctionsConfig, FunctionsPlugin } from "./types.ts";

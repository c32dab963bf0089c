export { keynest } from "./config.ts";
export type { KeynestConfig, KeynestPlugin } from "./types.ts";

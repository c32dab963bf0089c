import type { ChangeLevel } from "../change.ts";
import type { Direction } from "./rule.ts";

/** The level where fewer values are valid: requests may be rejected; in responses, callers know more. */
export const narrowed = (direction: Direction): ChangeLevel => (direction === "request" ? "breaking" : "feature");

/** The level where more values are valid: callers may send them; in responses, they may not expect them. */
export const widened = (direction: Direction): ChangeLevel => (direction === "request" ? "feature" : "breaking");

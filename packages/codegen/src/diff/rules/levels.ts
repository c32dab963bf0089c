import type { ChangeLevel } from "../change.ts";
import type { Direction } from "./rule.ts";

/** Less is allowed: callers may send what is now refused; of what they get, they know more. */
export const narrowed = (direction: Direction): ChangeLevel => (direction === "request" ? "breaking" : "feature");

/** More is allowed: callers may send more; what they get, they may not know how to treat. */
export const widened = (direction: Direction): ChangeLevel => (direction === "request" ? "feature" : "breaking");

import { setImmediate } from "node:timers";
import { awaitTurn } from "../event-loop.ts";

/** The real function: fake timers, which tests install later, do not fire by themselves. */
const realSetImmediate = setImmediate;

/**
 * Notes that this thread was blocked, so that requests wait until it has checked its connections. The event loop does so in
 * its poll phase, which runs between two immediates.
 */
export function noteBlocking(): void {
  awaitTurn(new Promise((resolve) => realSetImmediate(() => realSetImmediate(resolve))));
}

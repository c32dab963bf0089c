import { setImmediate } from "node:timers";
import { awaitTurn } from "../event-loop.ts";

/** Fake timers, which tests install later, would not fire by themselves. */
const realSetImmediate = setImmediate;

/**
 * Notes that this thread has been blocked, so that requests wait until it has looked at its connections. The event loop
 * does so in its poll phase, and comes there between two immediates, whatever phase it is in now.
 */
export function noteBlocking(): void {
  awaitTurn(new Promise((resolve) => realSetImmediate(() => realSetImmediate(resolve))));
}

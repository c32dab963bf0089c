/**
 * Where a blocking call notes that the event loop has not run since. On the global object, because the blocking call and
 * the client may come from different builds of this package.
 */
const turn: unique symbol = /* @__PURE__ */ Symbol.for("@keynest/runtime/turn");

const shared = globalThis as { [turn]?: Promise<void> | undefined };

/** Makes requests wait until the event loop has run. */
export function awaitTurn(turned: Promise<void>): void {
  shared[turn] = turned;
  void turned.then(() => {
    if (shared[turn] === turned) shared[turn] = undefined;
  });
}

/**
 * The promise that a request waits for before it is sent. A blocking call keeps the event loop from noticing connections
 * that the server has closed, and a request on one of those would fail. Returns undefined when there is nothing to wait for.
 */
export function pendingTurn(): Promise<void> | undefined {
  return shared[turn];
}

/**
 * Where a blocking call says that the event loop has not turned since. On the global object, because the blocking call
 * and the client may come from different builds of this package.
 */
const turn: unique symbol = /* @__PURE__ */ Symbol.for("@keynest/runtime/turn");

const shared = globalThis as { [turn]?: Promise<void> | undefined };

/** Has requests wait until the event loop has turned. */
export function awaitTurn(turned: Promise<void>): void {
  shared[turn] = turned;
  void turned.then(() => {
    if (shared[turn] === turned) shared[turn] = undefined;
  });
}

/**
 * What a request waits for before it is sent: the event loop, if a blocking call has kept it from noticing which
 * connections the server has closed. A request on one of those would fail.
 */
export function pendingTurn(): Promise<void> | undefined {
  return shared[turn];
}

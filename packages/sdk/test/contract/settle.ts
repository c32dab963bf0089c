/** What became of a promise. */
export async function settle(promise: Promise<unknown>): Promise<{ value: unknown } | { thrown: unknown }> {
  try {
    return { value: await promise };
  } catch (thrown) {
    return { thrown };
  }
}

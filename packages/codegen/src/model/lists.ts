/** What should be a list, and comes from outside. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

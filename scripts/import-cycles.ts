/**
 * Finds import cycles by a depth-first search.
 *
 * @param graph - the files that each file imports; files that are no key are left out
 * @returns each cycle as the files on its way, the first one again at its end. Cycles that share files may be found as
 *   one; there is at least one where there is any
 */
export function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) cycles.push([...path.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    for (const target of graph.get(file) ?? []) if (graph.has(target)) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return cycles;
}

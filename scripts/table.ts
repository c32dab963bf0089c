/**
 * Formats a table. The first column is aligned left, the others right.
 *
 * @param rows - rows of cells, the first is the head
 * @returns lines of equal width
 */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => {
    const cells = widths.map((width, column) => {
      const cell = row[column] ?? "";
      return column === 0 ? cell.padEnd(width) : cell.padStart(width);
    });
    return cells.join("  ");
  });
}

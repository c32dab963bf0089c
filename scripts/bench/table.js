/** Prints a title, and rows in columns: the first to the left, numbers to the right. */
export function print(title, head, rows) {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row) => row.map((cell, at) => (at ? cell.padStart(widths[at]) : cell.padEnd(widths[at]))).join("  ");
  console.log(`\n${title}\n${all.map((row) => `  ${line(row)}`).join("\n")}`);
}

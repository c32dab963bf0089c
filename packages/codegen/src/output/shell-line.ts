/**
 * Quotes a command for the Windows shell. Only names between two `%` cannot be escaped.
 *
 * @param command - the program, then its arguments
 */
export function shellLine(command: readonly string[]): string {
  // Quotes only if necessary: a batch file that is called by a quoted name cannot find its own folder.
  return command.map((part) => (/^[\w.:@\\/-]+$/.test(part) ? part : quote(part))).join(" ");
}

/** Doubles backslashes before a quote, which would escape it, and quotes themselves. */
function quote(argument: string): string {
  return `"${argument.replace(/(\\+)(?="|$)/g, "$1$1").replaceAll('"', '""')}"`;
}

/**
 * A command as one line for the shell of Windows. It keeps each argument whole, with spaces and `&` in it; only names
 * between two `%` cannot be kept from it.
 *
 * @param command The program, then its arguments.
 */
export function shellLine(command: readonly string[]): string {
  // What needs no quotes gets none: a batch file that is called by a quoted name does not know where it is.
  return command.map((part) => (/^[\w.:@\\/-]+$/.test(part) ? part : quote(part))).join(" ");
}

/** Backslashes before a quote would escape it. A quote that is doubled is one, for the shell and for programs. */
function quote(argument: string): string {
  return `"${argument.replace(/(\\+)(?="|$)/g, "$1$1").replaceAll('"', '""')}"`;
}

import { type ParseArgsConfig, parseArgs } from "node:util";
import { UsageError } from "./usage-error.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

/**
 * Reads a command line that takes options only.
 *
 * @param command - as people type it, for the advice to see its help
 * @throws UsageError with a sentence
 */
export function strictArgs<const Declared extends Options>(
  args: string[],
  options: Declared,
  command: string,
): ReturnType<typeof parseArgs<{ args: string[]; options: Declared }>>["values"] {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    // Node's sentence may go on with advice that no command here has a use for.
    const sentence = (error as Error).message.split(/\. To specify|\. This command|\n/)[0] ?? "";
    throw new UsageError(`${sentence.replace(/\.$/, "")}. See ${command} --help.`);
  }
}

/** Reads a port, 0 for a free one. */
export function portOf(text: string, command: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) {
    throw new UsageError(`--port takes a number from 0 to 65535, not "${text}". See ${command} --help.`);
  }
  return port;
}

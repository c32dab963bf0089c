import { type ParseArgsConfig, parseArgs } from "node:util";
import { UsageError } from "./usage-error.ts";

/** Options, as `parseArgs` takes them. */
export type OptionDeclarations = NonNullable<ParseArgsConfig["options"]>;

/** Values of any options. */
export type OptionValues = ReturnType<typeof parseArgs>["values"];

/** Values of declared options. */
export type ParsedOptions<Declared extends OptionDeclarations> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Declared }>
>["values"];

/**
 * Reads a command line that takes options only.
 *
 * @param command - its name, for the advice to see its help
 * @throws {UsageError} if an option is invalid
 */
export function strictArgs<const Declared extends OptionDeclarations>(
  args: string[],
  options: Declared,
  command: string,
): ParsedOptions<Declared> {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    // The sentence of Node may go on with advice that does not apply here.
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

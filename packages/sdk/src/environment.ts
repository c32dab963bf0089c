/**
 * Reads an environment variable. Returns undefined when there is no environment, as in browsers, or no permission to read
 * it, as in Deno.
 *
 * @returns its value without surrounding white space; undefined if that is empty
 */
export function readEnvironment(name: string): string | undefined {
  try {
    const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
    const env = process?.env;
    return (env && Object.hasOwn(env, name) && env[name]?.trim()) || undefined;
  } catch {
    return undefined;
  }
}

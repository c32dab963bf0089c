/**
 * Reads a variable of the environment. Where there is no environment, as in browsers, or it must not be read, as in Deno
 * without the permission, there is no variable.
 *
 * @returns its value without white space around it; undefined if nothing is left
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

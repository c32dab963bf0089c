import { UsageError } from "../index.ts";

/** The exports of undici that this package uses. */
export type Undici = Pick<typeof import("undici"), "Agent" | "fetch" | "FormData" | "Pool" | "ProxyAgent">;

/**
 * Loads undici at the first call: it is an optional dependency, and takes longer to load than all of this package.
 *
 * @throws {UsageError} if it is not installed, or does not support this version of Node.js
 */
export async function loadUndici(): Promise<Undici> {
  try {
    return await import("undici");
  } catch (cause) {
    throw new UsageError(
      "the Node transport needs undici 7 or 8 (8 needs Node.js 22.19 or later): npm install undici@7",
      { cause },
    );
  }
}

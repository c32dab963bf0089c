import type { CreateBackend } from "../../server/backend.ts";
import type { KeyNestOptions } from "./options.ts";

/** The backend of a small KeyNest with state. SQLite is loaded only when it is created. */
export function keyNestBackend(options: KeyNestOptions): CreateBackend {
  return async (operations) => {
    const { createKeyNestBackend } = await import("./create-keynest-backend.ts");
    return createKeyNestBackend(operations, options);
  };
}

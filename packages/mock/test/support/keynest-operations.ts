import { loadOperations, type Operation } from "../../src/contract/load-operations.ts";
import { readKeyNestDescription } from "../../src/keynest/description.ts";

/** The operations of the KeyNest description. */
export const keyNestOperations: Operation[] = await loadOperations(await readKeyNestDescription());

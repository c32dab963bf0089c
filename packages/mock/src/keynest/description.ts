import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { MockError } from "../mock-error.ts";

/** The file of the KeyNest description. */
const place: URL = new URL(import.meta.resolve("@keynest/mock/openapi.json"));

/** Reads the KeyNest description that this package carries. */
export async function readKeyNestDescription(): Promise<object> {
  try {
    return JSON.parse(await readFile(place, "utf8"));
  } catch (cause) {
    throw new MockError(
      "description-unreadable",
      `The KeyNest description is missing at ${fileURLToPath(place)}: @keynest/mock has not been built.`,
      { cause },
    );
  }
}

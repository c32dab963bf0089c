import type { DefaultApi } from "../cli/default-api.ts";
import { readKeyNestDescription } from "./description.ts";
import { serveOptions } from "./serve-options.ts";
import { verifyOptions } from "./verify-options.ts";

/** What the command `keynest-mock` knows of KeyNest. */
export const keyNest: DefaultApi = {
  name: "KeyNest",
  readDescription: readKeyNestDescription,
  serve: serveOptions,
  verify: verifyOptions,
};

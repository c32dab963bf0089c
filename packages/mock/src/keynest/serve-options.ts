import type { ApiOptions, ApiServer } from "../cli/default-api.ts";
import type { ParsedOptions } from "../cli/strict-args.ts";
import { keyNestBackend } from "./backend/keynest-backend.ts";
import type { KeyNestOptions } from "./backend/options.ts";

const declarations = {
  stateful: { type: "boolean" },
  data: { type: "string" },
  "rate-limits": { type: "boolean" },
} as const;

/** The options of `keynest-mock` that give the mock the state of a KeyNest. */
export const serveOptions: ApiOptions<ApiServer> = {
  declarations,
  help: `\
  --stateful       remember what is created and changed, instead of examples
  --data <file>    the same, and keep it in this file (SQLite)
  --rate-limits    the same, and respond with 429 to too many requests
`,
  read(values) {
    const { stateful, data, "rate-limits": rateLimits } = values as ParsedOptions<typeof declarations>;
    if (!stateful && data === undefined && !rateLimits) return { backend: undefined, banner: [] };
    const options: KeyNestOptions = { ...(data !== undefined && { data }), ...(rateLimits && { rateLimits }) };
    return {
      backend: keyNestBackend(options),
      banner: [
        ["State", data || "in memory, forgotten at the end"],
        ["Log in as", "user@example.com, securepassword123"],
      ],
    };
  },
};

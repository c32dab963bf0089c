import type { CreateBackend } from "../server/backend.ts";
import type { ApiVerification } from "../verify/verification-plan.ts";
import type { OptionDeclarations, OptionValues } from "./strict-args.ts";

/** What the commands know of the API that they are for unless `--spec` names another. */
export interface DefaultApi {
  /** How help and reports call it. */
  readonly name: string;
  readDescription(): Promise<object>;
  readonly serve: ApiOptions<ApiServer>;
  readonly verify: ApiOptions<ApiVerification>;
}

/** Options that a command has for this API alone. */
export interface ApiOptions<Settings> {
  readonly declarations: OptionDeclarations;
  /** Their lines in the help. */
  readonly help: string;
  /**
   * Reads them.
   *
   * @param values - of all options of the command
   * @throws {UsageError} with a sentence, which repeats no credential
   */
  read(values: OptionValues, env: NodeJS.ProcessEnv): Settings;
}

/** How to serve the API. */
export interface ApiServer {
  /** Responds in place of the examples; undefined when nothing asks for it. */
  readonly backend: CreateBackend | undefined;
  /** What the banner says about it: labels and texts. */
  readonly banner: readonly BannerLine[];
}

export type BannerLine = readonly [label: string, text: string];

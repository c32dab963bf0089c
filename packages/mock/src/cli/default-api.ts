import type { CreateBackend } from "../server/backend.ts";
import type { ApiVerification } from "../verify/verification-plan.ts";
import type { OptionDeclarations, OptionValues } from "./strict-args.ts";

/** The API that the commands are for, unless `--spec` names another description. */
export interface DefaultApi {
  /** Its name in help and reports. */
  readonly name: string;
  readDescription(): Promise<object>;
  readonly serve: ApiOptions<ApiServer>;
  readonly verify: ApiOptions<ApiVerification>;
}

/** The options that a command has for this API alone. */
export interface ApiOptions<Settings> {
  readonly declarations: OptionDeclarations;
  /** Their lines in the help. */
  readonly help: string;
  /**
   * Reads the options.
   *
   * @param values - the values of all options of the command
   * @throws {UsageError} if a value is invalid; the sentence repeats no credential
   */
  read(values: OptionValues, env: NodeJS.ProcessEnv): Settings;
}

/** How to serve the API. */
export interface ApiServer {
  /** Responds in place of the examples; undefined when no option asks for state. */
  readonly backend: CreateBackend | undefined;
  /** Lines for the banner. */
  readonly banner: readonly BannerLine[];
}

export type BannerLine = readonly [label: string, text: string];

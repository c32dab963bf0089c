import type { Operation } from "../contract/load-operations.ts";
import type { Cleanup } from "./cleanup.ts";
import type { SchemeCredential } from "./credentials.ts";
import type { Suite } from "./suite.ts";

/**
 * Which requests to send to a server, in which order, and which responses to expect. For KeyNest, see `src/keynest/`; for
 * any other API, see `read-only-plan.ts`.
 */
export interface VerificationPlan {
  /**
   * Sends the requests.
   *
   * @param suite - sends them, and collects the findings in the responses
   * @param cleanup - add everything before creating it; the run deletes it at its end
   * @throws {CannotRun} if the target is not a server of this API, or refuses a credential
   */
  run(suite: Suite, cleanup: Cleanup): Promise<void>;
  /** Why the plan leaves out an operation, such as `needs --write`; undefined when it does not. */
  whyLeftOut?(operation: Operation): string | undefined;
}

/** How to verify a server of one API. */
export interface ApiVerification {
  readonly plan: VerificationPlan;
  /** Credentials of the command line or the environment. */
  readonly credentials: readonly SchemeCredential[];
  /** How to give the credential of a security scheme, such as `needs KEYNEST_TOKEN or --token`, by its name. */
  readonly missingCredentials: Readonly<Record<string, string>>;
  /** Other secrets. */
  readonly secrets: readonly string[];
}

import { createContract } from "../contract/contract.ts";
import { loadOperations, type Operation } from "../contract/load-operations.ts";
import { Secrets } from "../findings/secrets.ts";
import { CannotRun, Gone } from "./cannot-run.ts";
import { Cleanup, type Leftover } from "./cleanup.ts";
import { Credentials } from "./credentials.ts";
import type { Report } from "./report.ts";
import { NoResponse } from "./send-request.ts";
import { type Listener, Suite } from "./suite.ts";
import type { VerifyOptions } from "./verify-options.ts";

/**
 * Compares a running server with a description.
 *
 * @param signal - ends the run early; it still cleans up
 * @param listener - gets news of the run
 * @throws {CannotRun} if there is nothing to report
 */
export async function verify(options: VerifyOptions, signal: AbortSignal, listener: Listener): Promise<Report> {
  const { target, descriptionName, timeoutMs, verification } = options;
  const { plan, missingCredentials } = verification;
  const { say } = listener;
  const contract = createContract(await loadOperations(await options.readDescription()));
  const secrets = new Secrets();
  const { credentials, headers } = sortCredentials(options, secrets, contract.operations);
  const suite = new Suite({
    ...{ target, contract, credentials, secrets, timeoutMs, headers, signal, listener, missingCredentials },
    whyLeftOut: (operation) => plan.whyLeftOut?.(operation),
  });
  const start = Date.now();
  const cleanup = new Cleanup();
  signal.addEventListener("abort", () => {
    const { pending } = cleanup;
    if (pending.length > 0) say(`Deleting ${pending.join(", ")}. Interrupt again to leave that.`);
  });
  let stopped: string | undefined;
  try {
    await plan.run(suite, cleanup);
    await cleanup.run();
  } catch (error) {
    await cleanup.run();
    if (error instanceof Gone) stopped = error.message;
    // If a run ended early, the report says how far it came.
    else if (!signal.aborted) {
      for (const leftover of cleanup.leftovers) say(secrets.redact(sentenceOf(leftover)));
      if (error instanceof NoResponse) throw new CannotRun(`${target} ${error.message}.`, { cause: error });
      throw error;
    }
  }
  const report: Report = {
    target,
    description: descriptionName,
    startedAt: new Date(start).toISOString(),
    ms: Date.now() - start,
    interrupted: signal.aborted,
    ...(stopped === undefined ? {} : { stopped }),
    ...suite.outcome(stopped),
    leftovers: cleanup.leftovers,
  };
  return secrets.redactAll(report);
}

function sentenceOf({ what, path, reason }: Leftover): string {
  return `Left on the server: ${what}${path ? ` at ${path}` : ""}: ${reason}.`;
}

/** Sorts the given headers into credentials, for operations that require them, and headers for every request. */
function sortCredentials(
  { verification, headers: given }: VerifyOptions,
  secrets: Secrets,
  operations: readonly Operation[],
): { credentials: Credentials; headers: Record<string, string> } {
  const credentials = new Credentials(secrets);
  for (const credential of verification.credentials) credentials.add(credential);
  for (const secret of verification.secrets) secrets.add(secret);
  const schemes = operations.flatMap(({ security = [] }) => security.flat());
  const takers = new Set(schemes.map((scheme) => ("name" in scheme ? scheme.name : "Authorization").toLowerCase()));
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    secrets.addHeader(value);
    if (takers.has(name.toLowerCase())) credentials.addHeader(name, value);
    else headers[name] = value;
  }
  return { credentials, headers };
}

import { createContract } from "../contract/contract.ts";
import { loadOperations } from "../contract/load-operations.ts";
import { Secrets } from "../findings/secrets.ts";
import { CannotRun, Gone } from "./cannot-run.ts";
import { Cleanup, type Leftover } from "./cleanup.ts";
import { NoAnswer } from "./exchange.ts";
import { verifyKeyNest } from "./keynest/verify-keynest.ts";
import type { VerifyOptions } from "./options.ts";
import type { Report } from "./report.ts";
import { type Listener, Suite } from "./suite.ts";
import { verifyAny } from "./verify-any.ts";
import { Wallet } from "./wallet.ts";

/**
 * Holds a running server against a description.
 *
 * @param signal - ends the run early; what it has made is taken away all the same
 * @param listener - told what happens on the way
 * @throws CannotRun when there is nothing to report
 */
export async function verify(options: VerifyOptions, signal: AbortSignal, listener: Listener): Promise<Report> {
  const { target, spec, timeoutMs } = options;
  const { say } = listener;
  const contract = createContract(await loadOperations(spec));
  const secrets = new Secrets();
  const { wallet, headers } = fillWallet(options, secrets, contract.operations);
  const suite = new Suite({ target, contract, wallet, secrets, timeoutMs, headers, signal, listener });
  const start = Date.now();
  const cleanup = new Cleanup();
  const leftovers: Leftover[] = [];
  const cleanUp = async (): Promise<void> => {
    leftovers.push(...(await cleanup.run()));
  };
  signal.addEventListener("abort", () => {
    const { pending } = cleanup;
    if (pending.length > 0) say(`Deleting ${pending.join(", ")}. Interrupt again to leave that.`);
  });
  let stopped: string | undefined;
  try {
    if (spec === undefined) await verifyKeyNest(suite, options, cleanup, cleanUp);
    else await verifyAny(suite, contract);
  } catch (error) {
    await cleanUp();
    if (error instanceof Gone) stopped = error.message;
    // Of a run that was ended early, the report tells how far it came.
    else if (!signal.aborted) {
      for (const leftover of leftovers) say(secrets.redact(sentenceOf(leftover)));
      if (error instanceof NoAnswer) throw new CannotRun(`${target} ${error.message}.`, { cause: error });
      throw error;
    }
  }
  const report: Report = {
    target,
    description: spec ?? "the KeyNest description",
    startedAt: new Date(start).toISOString(),
    ms: Date.now() - start,
    interrupted: signal.aborted,
    ...(stopped === undefined ? {} : { stopped }),
    ...suite.outcome(options.write, stopped),
    leftovers,
  };
  return secrets.redactAll(report);
}

function sentenceOf({ what, path, reason }: Leftover): string {
  return `Left on the server: ${what}${path ? ` at ${path}` : ""}: ${reason}.`;
}

/** Sorts what was given into credentials, for operations that ask for them, and headers for every request. */
function fillWallet(
  options: VerifyOptions,
  secrets: Secrets,
  operations: ConstructorParameters<typeof Suite>[0]["contract"]["operations"],
): { wallet: Wallet; headers: Record<string, string> } {
  const wallet = new Wallet(secrets);
  if (options.token) wallet.addToken(options.token);
  if (options.accessToken) wallet.addAccessToken(options.accessToken);
  if (options.adminKey) wallet.addAdminKey(options.adminKey);
  secrets.add(options.account?.password);
  const schemes = operations.flatMap(({ security = [] }) => security.flat());
  const takers = new Set(schemes.map((scheme) => ("name" in scheme ? scheme.name : "Authorization").toLowerCase()));
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(options.headers)) {
    secrets.addHeader(value);
    if (takers.has(name.toLowerCase())) wallet.addHeader(name, value);
    else headers[name] = value;
  }
  return { wallet, headers };
}

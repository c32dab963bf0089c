import { checkMock } from "./check-mock.ts";
import { checkAccept } from "./check-request.ts";
import { authOf, type Credential, checkCredentials, credentialsOf, schemesOf } from "./credentials.ts";
import type { Document, Requirement } from "./document.ts";
import { functionsOf } from "./functions.ts";
import type { Described } from "./operations.ts";
import { createRecorder } from "./recorder.ts";
import { createClient, type Subject } from "./sdk.ts";
import { settle } from "./settle.ts";
import { variantsOf } from "./variants.ts";

/** Tries every alternative of the security of an operation alone, and a client that can meet none of them. */
export async function checkSecurity(document: Document, subject: Subject, operation: Described): Promise<string[]> {
  const problems: string[] = [];
  const alternatives: Requirement[] = operation.security.length > 0 ? operation.security : [{}];
  for (const alternative of alternatives) {
    const schemes = schemesOf(alternative);
    const { thrown, exchanges, credentials } = await call(document, subject, operation, ({ scheme }) =>
      schemes.includes(scheme),
    );
    const name = schemes.join(" and ") || "no credentials";
    if (thrown !== undefined) problems.push(`with ${name} the detailed form throws: ${thrown}`);
    for (const { request, response } of exchanges) {
      const found = [
        ...(await checkMock(response)),
        ...checkAccept(request, operation),
        ...checkCredentials(request, credentials, schemes),
      ];
      problems.push(...found.map((problem) => `with ${name} ${problem}`));
    }
  }
  if (alternatives.every((alternative) => schemesOf(alternative).length > 0)) {
    problems.push(...(await checkMissing(document, subject, operation)));
  }
  return problems;
}

async function checkMissing(document: Document, subject: Subject, operation: Described): Promise<string[]> {
  const needed = operation.security.flatMap(schemesOf);
  const { thrown, exchanges } = await call(document, subject, operation, ({ scheme }) => !needed.includes(scheme));
  if (exchanges.length > 0) return ["a request is sent though its credential is missing"];
  const isUsageError = subject.sdk.isUsageError as (error: unknown) => boolean;
  if (!isUsageError(thrown)) return [`${thrown} is thrown for a missing credential, and should be a UsageError`];
  const { message } = thrown as Error;
  const unnamed = [operation.id, ...needed].filter((name) => !message.includes(name));
  return unnamed.map((name) => `the message about a missing credential does not name ${name}: ${message}`);
}

async function call(
  document: Document,
  subject: Subject,
  operation: Described,
  carries: (credential: Credential) => boolean,
) {
  const { sdk, url } = subject;
  const recorder = createRecorder();
  const credentials = credentialsOf(document);
  const auth = authOf(sdk, credentials.filter(carries));
  const client = createClient(sdk, { baseUrl: url, auth, fetch: recorder.fetch, maxRetries: 0 });
  const [variant] = variantsOf(document, operation);
  const settled = await settle(functionsOf(subject, operation).detailed(client, variant?.params));
  const thrown = "thrown" in settled ? settled.thrown : undefined;
  return { thrown, exchanges: recorder.exchanges, credentials };
}

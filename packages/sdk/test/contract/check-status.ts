import { isDeepStrictEqual } from "node:util";
import { type Answer, answersOf } from "./answers.ts";
import { checkError } from "./check-error.ts";
import { checkMock } from "./check-mock.ts";
import { checkAccept, checkRequest, show } from "./check-request.ts";
import { checkResult } from "./check-result.ts";
import { authOf, checkCredentials, credentialsOf, schemesOf } from "./credentials.ts";
import type { Document } from "./document.ts";
import { functionsOf } from "./functions.ts";
import type { Described } from "./operations.ts";
import { createRecorder } from "./recorder.ts";
import { createClient, type Subject } from "./sdk.ts";
import { settle } from "./settle.ts";
import { type Variant, variantsOf } from "./variants.ts";

/** Calls both functions of an operation with every variant of arguments, and asks the mock for the status. */
export async function checkStatus(
  document: Document,
  subject: Subject,
  operation: Described,
  declared: string,
): Promise<string[]> {
  const answers = answersOf(document, operation, declared);
  const problems: string[] = [];
  for (const variant of variantsOf(document, operation)) {
    for (const answer of answers) {
      const found = await checkCall(document, subject, operation, variant, answer);
      problems.push(...found.map((problem) => `${problem} (${variant.name})`));
    }
  }
  return problems;
}

async function checkCall(
  document: Document,
  subject: Subject,
  operation: Described,
  variant: Variant,
  answer: Answer,
): Promise<string[]> {
  const { sdk, url } = subject;
  const { plain, detailed } = functionsOf(subject, operation);
  const recorder = createRecorder();
  // All credentials, so that an operation which needs none is seen to send none.
  const credentials = credentialsOf(document);
  const client = createClient(sdk, {
    baseUrl: url,
    auth: authOf(sdk, credentials),
    fetch: recorder.fetch,
    maxRetries: 0,
  });
  const options = { headers: answer.request };

  const secrets = credentials.map(({ secret }) => secret);
  const full = await settle(detailed(client, variant.params, options));
  const short = await settle(plain(client, variant.params, options));
  const problems: string[] = [];
  if (recorder.sent !== 2) problems.push(`two calls send ${recorder.sent} requests`);
  for (const { request, response } of recorder.exchanges) {
    problems.push(...(await checkMock(response)), ...(await checkRequest(request, operation, variant)));
    if (!answer.request.Accept) problems.push(...checkAccept(request, operation));
    problems.push(...checkCredentials(request, credentials, schemesOf(operation.security[0])));
  }

  if ("thrown" in full) problems.push(`the detailed form throws: ${full.thrown}`);
  else problems.push(...checkResult(full.value, answer, secrets).map((problem) => `detailed form: ${problem}`));

  const isSuccess = answer.status >= 200 && answer.status < 300;
  if (isSuccess && "thrown" in short) problems.push(`the plain form throws: ${short.thrown}`);
  else if (isSuccess && "value" in short && !isDeepStrictEqual(short.value, answer.body)) {
    problems.push(`the plain form resolves to ${show(short.value)}, and should to ${show(answer.body)}`);
  }
  if (!isSuccess && "value" in short) problems.push("the plain form throws nothing");
  if (!isSuccess && "thrown" in short) {
    const sensitive = [...secrets, ...variant.sensitive, ...answer.sensitive];
    problems.push(...checkError(sdk, short.thrown, operation.id, answer, sensitive));
  }
  return [...new Set(problems)];
}

import { setTimeout } from "node:timers/promises";
import type { Contract } from "../contract/contract.ts";
import type { Operation } from "../contract/load-operations.ts";
import { operationName } from "../contract/operation-name.ts";
import { checkAnswer } from "../findings/check-response.ts";
import { responseFor } from "../findings/documented.ts";
import type { Finding } from "../findings/finding.ts";
import { isJsonType, mediaTypeOf, parseJson, type RawAnswer } from "../findings/raw-response.ts";
import type { Secrets } from "../findings/secrets.ts";
import { CannotRun, Gone } from "./cannot-run.ts";
import type { Credentials, HeaderFields } from "./credentials.ts";
import { type Outcome, Records } from "./records.ts";
import { type Call, outgoingOf } from "./request-values.ts";
import { exchange, NoAnswer } from "./send-request.ts";

export interface SuiteOptions {
  /** Where the server is, without a slash at the end. */
  readonly target: string;
  readonly contract: Contract;
  readonly credentials: Credentials;
  readonly secrets: Secrets;
  /** How long an answer may take, in milliseconds. */
  readonly timeoutMs: number;
  /** Sent with every request. */
  readonly headers: HeaderFields;
  /** Ends the run before its next request, and a request that only reads at once. */
  readonly signal: AbortSignal;
  readonly listener: Listener;
  /** How to give the credential of a security scheme, by its name. */
  readonly missingCredentials: Readonly<Record<string, string>>;
  /** Why an operation is left out of the run; undefined when it is not. */
  whyLeftOut(operation: Operation): string | undefined;
}

/** Is told what happens while a run goes on. */
export interface Listener {
  /** What a person who waits should know, and what must be known even when there is no report. */
  say(sentence: string): void;
  /**
   * A request is about to be made.
   *
   * @param name - of the operation
   * @param number - how many there have been with it
   */
  onRequest(name: string, number: number): void;
}

/** A success. */
export interface Success {
  /** JSON as a value, everything else as text. */
  readonly body: unknown;
}

/** After so many requests in a row without an answer, the server is taken for gone. */
const MAX_SILENCES = 3;
/** The longest wait that a rate limit is granted, in seconds. */
const MAX_WAIT_SECONDS = 60;

/** Sends requests to a target and keeps what is wrong with the answers. */
export class Suite {
  readonly target: string;
  readonly credentials: Credentials;
  readonly secrets: Secrets;
  readonly signal: AbortSignal;
  readonly #options: SuiteOptions;
  readonly #records: Records;
  #requests = 0;
  #silences = 0;
  #lastStatus: number | undefined;

  constructor(options: SuiteOptions) {
    this.target = options.target;
    this.credentials = options.credentials;
    this.secrets = options.secrets;
    this.signal = options.signal;
    this.#options = options;
    this.#records = new Records(options.contract.operations);
  }

  /** The status of the answer to the latest request; undefined when none came. */
  get lastStatus(): number | undefined {
    return this.#lastStatus;
  }

  /** All operations of the description. */
  get operations(): readonly Operation[] {
    return this.#options.contract.operations;
  }

  operation(name: string): Operation {
    return this.#records.of(name).operation;
  }

  /**
   * Makes a request that should succeed.
   *
   * @returns the success, or undefined: then the report says why there was none
   */
  async call(name: string, call: Call = {}): Promise<Success | undefined> {
    const operation = this.operation(name);
    const { because = "the request fits the description" } = call;
    const headers = call.as ?? this.credentials.headersFor(operation);
    if (!headers) {
      this.skip(name, this.#missingCredential(operation));
      return undefined;
    }
    const answer = await this.#exchange(operation, call, headers);
    if (!answer) return undefined;
    const { status } = answer;
    if (status >= 200 && status < 300) {
      this.#records.of(name).succeeded = true;
      return { body: bodyOf(answer) };
    }
    this.skip(name, `answered ${status}, so that its success was not seen`);
    // Whether the caller may, and how often, is for the server to say.
    if (because && ![401, 403, 429].includes(status) && responseFor(operation, status)) {
      this.report(name, { ...unexpected(answer), message: `must succeed: ${because}` });
    }
    return undefined;
  }

  /**
   * Makes a request that should be refused.
   *
   * @param statuses - of the refusal; one that the operation documents in their place is a remark
   * @param because - why, for the report
   */
  async refuse(name: string, call: Call, statuses: readonly number[], because: string): Promise<Success | undefined> {
    const operation = this.operation(name);
    const headers = call.as ?? this.credentials.headersFor(operation);
    if (!headers || !statuses.some((status) => responseFor(operation, status))) return undefined;
    const answer = await this.#exchange(operation, call, headers);
    if (!answer || statuses.includes(answer.status) || answer.status === 429) return undefined;
    const message = `must be ${statuses.join(" or ")}: ${because}`;
    if (answer.status >= 200 && answer.status < 300) {
      this.report(name, { ...unexpected(answer), message });
      return { body: bodyOf(answer) };
    }
    // An undocumented status has been reported already.
    if (responseFor(operation, answer.status)) {
      this.report(name, { ...unexpected(answer), severity: "remark", message });
    }
    return undefined;
  }

  /** Notes why the success of an operation was not checked. The first reason stays. */
  skip(name: string, reason: string): void {
    this.#records.of(name).unchecked ??= this.secrets.redact(reason);
  }

  report(name: string, finding: Finding): void {
    this.#records.of(name).findings.push(this.secrets.redactAll(finding));
  }

  /** Notes what is worth knowing of the run as a whole. */
  remark(sentence: string): void {
    this.#records.remarks.add(this.secrets.redact(sentence));
  }

  /**
   * Makes a request outside of the report, which no signal ends: for cleaning up.
   *
   * @throws NoAnswer when none came, nor the second time
   */
  async send(name: string, call: Call, headers: HeaderFields): Promise<RawAnswer> {
    const { target, timeoutMs } = this.#options;
    const outgoing = this.#outgoing(target, this.operation(name), call, headers);
    return exchange(outgoing, timeoutMs).catch(() => exchange(outgoing, timeoutMs));
  }

  /**
   * @param stopped - why the run did not come to its end
   */
  outcome(stopped?: string): Outcome {
    return this.#records.outcome((operation) => {
      const reason = this.#options.whyLeftOut(operation);
      if (reason !== undefined) return reason;
      if (!this.credentials.headersFor(operation)) return this.#missingCredential(operation);
      if (this.signal.aborted) return "the run was interrupted";
      return stopped === undefined ? "a step before it did not succeed" : "the server had stopped answering";
    });
  }

  async #exchange(operation: Operation, call: Call, headers: HeaderFields): Promise<RawAnswer | undefined> {
    const answer = await this.#try(operation, call, headers);
    const wait = answer && secondsToWait(answer);
    if (wait === undefined) return answer;
    if (wait > 0)
      this.#options.listener.say(
        `Waiting ${wait} s: the server limits how often ${operationName(operation)} may be called.`,
      );
    await setTimeout(wait * 1000, undefined, { signal: this.signal });
    return this.#try(operation, call, headers);
  }

  async #try(operation: Operation, call: Call, headers: HeaderFields): Promise<RawAnswer | undefined> {
    const { target, timeoutMs, signal } = this.#options;
    signal.throwIfAborted();
    const record = this.#records.of(operationName(operation));
    record.exchanges += 1;
    this.#lastStatus = undefined;
    // A write is let come to its end: only its answer tells what there is to clean up.
    const ended = operation.method === "get" ? signal : undefined;
    try {
      const answer = await exchange(this.#outgoing(target, operation, call, headers), timeoutMs, ended);
      this.#silences = 0;
      this.#lastStatus = answer.status;
      for (const finding of checkAnswer(this.#options.contract, operation, answer))
        this.report(operationName(operation), finding);
      this.#records.sawHeaders(answer);
      return answer;
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      this.#silences += 1;
      const wasThere = this.#records.answered;
      if (!wasThere) throw new CannotRun(`${target} ${error.message}.`);
      this.skip(operationName(operation), error.message);
      this.report(operationName(operation), {
        category: "no-answer",
        severity: "violation",
        place: "",
        message: error.message,
      });
      if (this.#silences >= MAX_SILENCES) throw new Gone(`${target} ${error.message}.`);
      return undefined;
    }
  }

  #missingCredential({ security = [] }: Operation): string {
    const scheme = security[0]?.[0]?.key;
    return this.#options.missingCredentials[scheme ?? ""] ?? `needs a credential for ${scheme ?? "it"}: --header`;
  }

  #outgoing(...[target, operation, call, headers]: Parameters<typeof outgoingOf>): ReturnType<typeof outgoingOf> {
    this.#requests += 1;
    this.#options.listener.onRequest(operationName(operation), this.#requests);
    return outgoingOf(target, operation, call, { ...this.#options.headers, ...headers });
  }
}

/** The body of an answer: JSON as a value, also when it says to be something else, and everything else as text. */
export function bodyOf(answer: RawAnswer): unknown {
  const text = answer.bytes.toString("utf8");
  return isJsonType(mediaTypeOf(answer)) || /^\s*[{[]/.test(text) ? (parseJson(text) ?? text) : text;
}

function unexpected({ status }: RawAnswer): Finding {
  return { category: "unexpected-status", severity: "violation", status, place: "", message: "", came: String(status) };
}

/** How long a rate limit asks to wait; undefined when the answer is no such limit, or asks for too long. */
function secondsToWait({ status, headers }: RawAnswer): number | undefined {
  const seconds = Number(headers["retry-after"]);
  return status === 429 && seconds >= 0 && seconds <= MAX_WAIT_SECONDS ? seconds : undefined;
}

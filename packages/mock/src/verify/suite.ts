import { setTimeout } from "node:timers/promises";
import type { Contract } from "../contract/contract.ts";
import type { Operation } from "../contract/load-operations.ts";
import { operationName } from "../contract/operation-name.ts";
import { responseFor } from "../findings/documented.ts";
import type { Finding } from "../findings/finding.ts";
import { isJsonType, mediaTypeOf, parseJson, type RawResponse } from "../findings/raw-response.ts";
import { responseFindings } from "../findings/response-findings.ts";
import type { Secrets } from "../findings/secrets.ts";
import { CannotRun, Gone } from "./cannot-run.ts";
import type { Credentials, HeaderFields } from "./credentials.ts";
import { OperationRecords, type Outcome } from "./operation-records.ts";
import { outgoingRequest, type RequestValues } from "./outgoing-request.ts";
import { NoResponse, sendRequest } from "./send-request.ts";

export interface SuiteOptions {
  /** Where the server is, without a slash at the end. */
  readonly target: string;
  readonly contract: Contract;
  readonly credentials: Credentials;
  readonly secrets: Secrets;
  /** The timeout of a request, in milliseconds. */
  readonly timeoutMs: number;
  /** Sent with every request. */
  readonly headers: HeaderFields;
  /** Ends the run before its next request; a reading request ends at once. */
  readonly signal: AbortSignal;
  readonly listener: Listener;
  /** How to give the credential of a security scheme, by its name. */
  readonly missingCredentials: Readonly<Record<string, string>>;
  /** Why the plan leaves out an operation; undefined when it does not. */
  whyLeftOut(operation: Operation): string | undefined;
}

/** Gets news of a run. */
export interface Listener {
  /** Takes a sentence for people, which they need even if there is no report. */
  say(sentence: string): void;
  /**
   * Called before each request.
   *
   * @param name - the name of the operation
   * @param number - the number of the request
   */
  onRequest(name: string, number: number): void;
}

/** A success. */
export interface Success {
  /** JSON as a value, everything else as text. */
  readonly body: unknown;
}

/** After so many requests in a row without a response, the run stops. */
const MAX_SILENCES = 3;
/** The longest wait for a rate limit, in seconds. */
const MAX_WAIT_SECONDS = 60;

/** Sends requests to a target and collects the findings in its responses. */
export class Suite {
  readonly target: string;
  readonly credentials: Credentials;
  readonly secrets: Secrets;
  readonly signal: AbortSignal;
  readonly #options: SuiteOptions;
  readonly #records: OperationRecords;
  #requests = 0;
  #silences = 0;
  #lastStatus: number | undefined;

  constructor(options: SuiteOptions) {
    this.target = options.target;
    this.credentials = options.credentials;
    this.secrets = options.secrets;
    this.signal = options.signal;
    this.#options = options;
    this.#records = new OperationRecords(options.contract.operations);
  }

  /** The status of the response to the latest request; undefined when none came. */
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
   * @returns the success, or undefined when there was none; the report says why
   */
  async call(name: string, call: RequestValues = {}): Promise<Success | undefined> {
    const operation = this.operation(name);
    const { because = "the request fits the description" } = call;
    const headers = call.as ?? this.credentials.headersFor(operation);
    if (!headers) {
      this.skip(name, this.#missingCredential(operation));
      return undefined;
    }
    const response = await this.#exchange(operation, call, headers);
    if (!response) return undefined;
    const { status } = response;
    if (status >= 200 && status < 300) {
      this.#records.of(name).succeeded = true;
      return { body: bodyOf(response) };
    }
    this.skip(name, `responded with ${status}, so its success was not seen`);
    // The server decides who may call an operation, and how often.
    if (because && ![401, 403, 429].includes(status) && responseFor(operation, status)) {
      this.report(name, { ...unexpected(response), message: `must succeed: ${because}` });
    }
    return undefined;
  }

  /**
   * Makes a request that should be refused.
   *
   * @param statuses - the expected statuses; another documented refusal is a remark
   * @param because - the reason, for the report
   */
  async refuse(
    name: string,
    call: RequestValues,
    statuses: readonly number[],
    because: string,
  ): Promise<Success | undefined> {
    const operation = this.operation(name);
    const headers = call.as ?? this.credentials.headersFor(operation);
    if (!headers || !statuses.some((status) => responseFor(operation, status))) return undefined;
    const response = await this.#exchange(operation, call, headers);
    if (!response || statuses.includes(response.status) || response.status === 429) return undefined;
    const message = `must be ${statuses.join(" or ")}: ${because}`;
    if (response.status >= 200 && response.status < 300) {
      this.report(name, { ...unexpected(response), message });
      return { body: bodyOf(response) };
    }
    // An undocumented status has been reported already.
    if (responseFor(operation, response.status)) {
      this.report(name, { ...unexpected(response), severity: "remark", message });
    }
    return undefined;
  }

  /** Notes why the success of an operation was not checked. The first reason counts. */
  skip(name: string, reason: string): void {
    this.#records.of(name).unchecked ??= this.secrets.redact(reason);
  }

  report(name: string, finding: Finding): void {
    this.#records.of(name).findings.push(this.secrets.redactAll(finding));
  }

  /** Adds a remark on the whole run. */
  remark(sentence: string): void {
    this.#records.remarks.add(this.secrets.redact(sentence));
  }

  /**
   * Makes a request to clean up: it is not in the report, and no signal ends it. One without a response is retried once.
   *
   * @throws {NoResponse} if none came the second time either
   */
  async send(name: string, call: RequestValues, headers: HeaderFields): Promise<RawResponse> {
    const { target, timeoutMs } = this.#options;
    const outgoing = this.#outgoing(target, this.operation(name), call, headers);
    return sendRequest(outgoing, timeoutMs).catch(() => sendRequest(outgoing, timeoutMs));
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
      return stopped === undefined ? "a step before it did not succeed" : "the server had stopped responding";
    });
  }

  async #exchange(operation: Operation, call: RequestValues, headers: HeaderFields): Promise<RawResponse | undefined> {
    const response = await this.#try(operation, call, headers);
    const wait = response && secondsToWait(response);
    if (wait === undefined) return response;
    if (wait > 0)
      this.#options.listener.say(
        `Waiting ${wait} s: the server limits how often ${operationName(operation)} may be called.`,
      );
    await setTimeout(wait * 1000, undefined, { signal: this.signal });
    return this.#try(operation, call, headers);
  }

  async #try(operation: Operation, call: RequestValues, headers: HeaderFields): Promise<RawResponse | undefined> {
    const { target, timeoutMs, signal } = this.#options;
    signal.throwIfAborted();
    const record = this.#records.of(operationName(operation));
    record.exchanges += 1;
    this.#lastStatus = undefined;
    // A write is never aborted: only its response says what to clean up.
    const ended = operation.method === "get" ? signal : undefined;
    try {
      const response = await sendRequest(this.#outgoing(target, operation, call, headers), timeoutMs, ended);
      this.#silences = 0;
      this.#lastStatus = response.status;
      for (const finding of responseFindings(this.#options.contract, operation, response))
        this.report(operationName(operation), finding);
      this.#records.sawHeaders(response);
      return response;
    } catch (error) {
      if (!(error instanceof NoResponse)) throw error;
      this.#silences += 1;
      const wasThere = this.#records.hasResponses;
      if (!wasThere) throw new CannotRun(`${target} ${error.message}.`);
      this.skip(operationName(operation), error.message);
      this.report(operationName(operation), {
        category: "no-response",
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

  #outgoing(
    ...[target, operation, call, headers]: Parameters<typeof outgoingRequest>
  ): ReturnType<typeof outgoingRequest> {
    this.#requests += 1;
    this.#options.listener.onRequest(operationName(operation), this.#requests);
    return outgoingRequest(target, operation, call, { ...this.#options.headers, ...headers });
  }
}

/** Reads the body of a response: JSON as a value, whatever its content type, and everything else as text. */
export function bodyOf(response: RawResponse): unknown {
  const text = response.bytes.toString("utf8");
  return isJsonType(mediaTypeOf(response)) || /^\s*[{[]/.test(text) ? (parseJson(text) ?? text) : text;
}

function unexpected({ status }: RawResponse): Finding {
  return { category: "unexpected-status", severity: "violation", status, place: "", message: "", came: String(status) };
}

/** How long a rate limit asks to wait; undefined for any other response, and for too long a wait. */
function secondsToWait({ status, headers }: RawResponse): number | undefined {
  const seconds = Number(headers["retry-after"]);
  return status === 429 && seconds >= 0 && seconds <= MAX_WAIT_SECONDS ? seconds : undefined;
}

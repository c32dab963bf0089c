import type { Operation } from "../contract/load-operations.ts";
import { operationName } from "../contract/operation-name.ts";
import { type CountedFinding, countFindings, type Finding } from "../findings/finding.ts";
import type { RawResponse } from "../findings/raw-response.ts";

/** The result of one operation. */
export interface OperationOutcome {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** The number of requests. */
  readonly exchanges: number;
  readonly findings: readonly CountedFinding[];
  /** Why no success was checked; undefined when one was. */
  readonly unchecked?: string;
}

/** The results of a run. */
export interface Outcome {
  readonly operations: readonly OperationOutcome[];
  /** Remarks on the whole run, in sentences. */
  readonly remarks: readonly string[];
}

interface OperationRecord {
  readonly operation: Operation;
  exchanges: number;
  succeeded: boolean;
  unchecked: string | undefined;
  findings: Finding[];
}

/** Collects the results of each operation. */
export class OperationRecords {
  /** Remarks on the whole run, in sentences. */
  readonly remarks: Set<string> = new Set();
  readonly #records: Map<string, OperationRecord>;
  readonly #headers = new Set<string>();

  constructor(operations: readonly Operation[]) {
    const fresh = { exchanges: 0, succeeded: false, unchecked: undefined };
    this.#records = new Map(
      operations.map((operation) => [operationName(operation), { operation, ...fresh, findings: [] }]),
    );
  }

  of(name: string): OperationRecord {
    const record = this.#records.get(name);
    if (!record) throw new RangeError(`The description has no operation ${name}.`);
    return record;
  }

  /** Whether the server has responded at all. */
  get hasResponses(): boolean {
    return this.#headers.size > 0;
  }

  sawHeaders({ status, headers }: RawResponse): void {
    this.#headers.add(classOf(status));
    for (const name of Object.keys(headers)) this.#headers.add(`${name} ${classOf(status)}`);
  }

  /** @param unreached - why an operation was not checked, if no other reason is known */
  outcome(unreached: (operation: Operation) => string): Outcome {
    const absent = new Set<string>();
    const operations = [...this.#records.values()].map(({ operation, findings, ...record }) => ({
      name: operationName(operation),
      method: operation.method.toUpperCase(),
      path: operation.path,
      exchanges: record.exchanges,
      findings: countFindings(findings.flatMap((finding) => this.#judgeHeader(finding, absent))),
      ...(record.succeeded ? {} : { unchecked: record.unchecked ?? unreached(operation) }),
    }));
    const never = absent.size > 0 ? [`Documented, optional, and never sent: ${[...absent].join(", ")}.`] : [];
    return { operations, remarks: [...this.remarks, ...never] };
  }

  /**
   * An optional header that only some responses of the same kind have is a violation: programs see it and rely on it. One
   * that never comes gets one remark, not one for each response.
   */
  #judgeHeader(finding: Finding, absent: Set<string>): Finding[] {
    const { category, severity, place, status = 0 } = finding;
    if (category !== "missing-header" || severity === "violation") return [finding];
    if (this.#headers.has(`${place.toLowerCase()} ${classOf(status)}`)) {
      return [{ ...finding, severity: "violation", message: "comes with other responses, and must come here" }];
    }
    absent.add(place);
    return [];
  }
}

function classOf(status: number): string {
  return `${Math.floor(status / 100)}XX`;
}

// `npm test`: runs all checks of the repository. Prints a line for each kind, and the totals as the last line.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { printLine, secondsSince, statusMark, style } from "./terminal.ts";
import { ROOT, runTasks, type TaskRun } from "./turbo.ts";

/** Kinds of checks, the cheapest first. */
const KINDS = [
  {
    name: "Lint: code, description, imports between packages, unused exports",
    tasks: ["//#check:lint", "//#check:imports", "lint", "//#check:unused"],
  },
  { name: "Build", tasks: ["build"] },
  { name: "Generated code is up to date", tasks: ["generate:check"] },
  { name: "Changesets for changes to the description", tasks: ["//#check:changeset"] },
  { name: "Types", tasks: ["check:types"] },
  { name: "Packages: exports, types for ESM and CommonJS, sizes", tasks: ["check:package", "check:size"] },
  { name: "Tests", tasks: ["test"] },
];

const started = performance.now();
const total = { passed: 0, failed: 0 };
for (const { name, tasks } of KINDS) {
  const kindStarted = performance.now();
  // Tasks of other kinds that run as dependencies, such as builds, are counted under their own kind.
  const runs = (await runTasks(tasks)).filter(({ ok, package: owner, task }) => {
    return !ok || tasks.includes(task) || tasks.includes(`${owner}#${task}`);
  });
  const counts = runs.map(countChecks);
  const passed = sum(counts.map((count) => count.passed));
  const failed = sum(counts.map((count) => count.failed));
  total.passed += passed;
  total.failed += failed;
  const cached = runs.filter((run) => run.cached).length;
  const note = `${passed} passed${failed ? `, ${failed} failed` : ""}, ${secondsSince(kindStarted)}`;
  const nodes = new Set(
    runs.flatMap(({ log }) => [...log.matchAll(/^Node ([\d.]+)\r?$/gm)].map(([, version]) => version)),
  );
  const where = nodes.size > 0 ? `, on Node ${[...nodes].join(" and ")}` : "";
  const unchanged = cached > 0 ? `, ${cached} of ${runs.length} from the cache` : "";
  printLine(`${statusMark(failed === 0)} ${name} ${style("dim", `(${note}${where}${unchanged})`)}`);
  for (const run of runs) if (!run.ok) reportFailure(run);
}
printLine(`\nAll checks finished in ${secondsSince(started)}.`);
printLine(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** Counts the tests of a test run. Every other task is one check. */
function countChecks(run: TaskRun): Count {
  const tests = run.task === "test" ? readResults(run) : undefined;
  if (!tests) return { passed: run.ok ? 1 : 0, failed: run.ok ? 0 : 1 };
  // A run can fail outside its tests: a file does not load, or an error is not caught.
  return { passed: tests.numPassedTests, failed: run.ok ? 0 : Math.max(tests.numFailedTests, 1) };
}

function readResults({ folder }: TaskRun): { numPassedTests: number; numFailedTests: number } | undefined {
  try {
    return JSON.parse(readFileSync(join(ROOT, folder, ".results", "tests.json"), "utf8"));
  } catch {
    return undefined;
  }
}

function reportFailure({ package: owner, task, log }: TaskRun): void {
  printLine(`\n${style("red", `${owner === "//" ? "repository" : owner} ${task} failed:`)}\n${log.trim()}\n`);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

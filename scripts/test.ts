// `npm test`: every check of the repository, a line for each kind, and the count as the last line.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { mark, say, secondsSince, style } from "./terminal.ts";
import { ROOT, runTasks, type TaskRun } from "./turbo.ts";

/** Kinds of checks, in the order that finds the plainest mistakes first. */
const KINDS = [
  {
    name: "Lint: code, description, imports between packages, what nothing uses",
    tasks: ["//#check:lint", "//#check:imports", "lint", "//#check:unused"],
  },
  { name: "Build", tasks: ["build"] },
  { name: "Generated code is up to date", tasks: ["generate:check"] },
  { name: "Changesets for changes of the description", tasks: ["//#check:changeset"] },
  { name: "Types", tasks: ["check:types"] },
  { name: "Packages: exports, types for ESM and CommonJS, sizes", tasks: ["check:package", "check:size"] },
  { name: "Tests", tasks: ["test"] },
];

const started = performance.now();
const total = { passed: 0, failed: 0 };
for (const { name, tasks } of KINDS) {
  const kindStarted = performance.now();
  // A kind needs what others make, such as builds; those are counted where they are asked for.
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
  const unchanged = cached > 0 ? `, ${cached} of ${runs.length} unchanged since they last passed` : "";
  say(`${mark(failed === 0)} ${name} ${style("dim", `(${note}${where}${unchanged})`)}`);
  for (const run of runs) if (!run.ok) reportFailure(run);
}
say(`\nAll checks done in ${secondsSince(started)}.`);
say(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** A test run counts its tests; every other task is one check. */
function countChecks(run: TaskRun): Count {
  const tests = run.task === "test" ? readResults(run) : undefined;
  if (!tests) return { passed: run.ok ? 1 : 0, failed: run.ok ? 0 : 1 };
  // A run can fail beside its tests, by a file that does not load or an error that nobody caught.
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
  say(`\n${style("red", `${owner === "//" ? "repository" : owner} ${task} failed:`)}\n${log.trim()}\n`);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

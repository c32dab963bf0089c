// The script `test` of each package: runs its tests on the Node that started `npm test`, if it is new enough.
// Otherwise, the tests run on the Node that the repository pins.
//
// node run-tests.ts <least version of Node>
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { printLine } from "./terminal.ts";

const { KEYNEST_NODE: starter, KEYNEST_NODE_VERSION: version = "" } = process.env;
const [least = ""] = process.argv.slice(2);
const isNewEnough = version.localeCompare(least, "en", { numeric: true }) >= 0;
const [node, used] = starter && isNewEnough ? [starter, version] : [process.execPath, process.versions.node];

// Read by `npm test`.
printLine(`Node ${used}`);
const vitest = join(createRequire(join(process.cwd(), "package.json")).resolve("vitest/package.json"), "../vitest.mjs");
const reporters = ["--reporter=dot", "--reporter=json", "--outputFile.json=.results/tests.json"];
// On two cores, Vitest would use one worker, and the last package would leave a core idle.
const workers = `--maxWorkers=${Math.max(2, availableParallelism() - 1)}`;
const child = spawn(node, [vitest, "run", workers, ...reporters, ...process.argv.slice(3)], { stdio: "inherit" });
child.on("exit", (code) => {
  process.exitCode = code ?? 1;
});

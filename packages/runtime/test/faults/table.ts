// `pnpm faults`: prints what the client does with servers that misbehave.
import { faults } from "./faults.ts";
import { expireUnder, logInAtOnce } from "./logins.ts";
import { runFault } from "./run-fault.ts";

const rows = [["the server", "GET", "waited", "POST", "waited", "said"]];
for (const fault of faults) {
  const [get, post] = [await runFault(fault, "GET"), await runFault(fault, "POST")];
  rows.push([
    fault.name,
    get.outcome,
    `${get.waitedMs} ms`,
    post.outcome,
    `${post.waitedMs} ms`,
    get.message || post.message,
  ]);
}
const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
for (const row of rows)
  console.log(
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );

const expired = await expireUnder(100);
console.log(
  `\nA token that expires under 100 calls: ${expired.succeeded} succeed, after ${expired.refreshes} renewal.`,
);
const limited = await logInAtOnce(12);
console.log(
  `12 programs at once, 5 logins a minute: ${limited.succeeded} succeed, after ${limited.logins} accepted logins.`,
);

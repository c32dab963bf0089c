// `pnpm redaction`: prints how long it takes to hide values of many sizes in texts of many sizes, in milliseconds.
import { findSecrets } from "../../src/redaction/find-secrets.ts";

/** What the message of an error shows at most. */
const SHOWN = 220;

const digits = (characters: number) => {
  const bytes = crypto.getRandomValues(new Uint8Array(Math.min(characters, 65_536)));
  return Array.from(bytes, (byte) => (byte % 36).toString(36))
    .join("")
    .repeat(Math.ceil(characters / 65_536))
    .slice(0, characters);
};
const values = (count: number, characters: number) => Array.from({ length: count }, () => digits(characters));
const env = (lines: number) =>
  Array.from({ length: lines }, (_, nth) => `KEY_${nth}="${digits(38)}" # of ${nth}`).join("\n");
const json = (lines: number, indent?: number) =>
  JSON.stringify(
    Object.fromEntries(Array.from({ length: lines }, (_, nth) => [`KEY_${nth}`, digits(38)])),
    null,
    indent,
  );

const rows: [what: string, value: unknown, text: string][] = [];
for (const characters of [1, 1_000, 40_000, 1_000_000, 5_000_000, 10_000_000]) {
  const value = digits(characters);
  rows.push([`1 value of ${characters}, quoted`, value, `no ${value} here`]);
}
const many = values(900, 5_555);
rows.push(["900 values, 5 MB in all", many, "A sentence without any of them."]);
rows.push(["900 values, 5 MB in all, quoted as JSON", many, JSON.stringify(many)]);
rows.push(["100,000 values, 5 MB in all, quoted", values(100_000, 50), "x ".repeat(2_500_000)]);
const files = { ".env": env(100_000), "minified JSON": json(100_000), "pretty JSON": json(100_000, 2) };
for (const [format, text] of Object.entries(files)) {
  rows.push([`a file of 5 MB, ${format}`, new Blob([text]), "A sentence without any of it."]);
  rows.push([`a file of 5 MB, ${format}, quoted`, new Blob([text]), text]);
}
rows.push([
  "values and text that repeat themselves",
  values(900, 1).map((_, nth) => "a".repeat(5_000 + nth)),
  "a".repeat(5_000_000),
]);

console.log(`${"".padEnd(50)}${"ms".padStart(8)}${"ms of processor".padStart(18)}`);
for (const [what, value, text] of rows) {
  let best = { ms: Number.POSITIVE_INFINITY, cpuMs: 0 };
  for (let round = 0; round < 3; round++) {
    const cpu = process.cpuUsage();
    const started = performance.now();
    const { hide } = await findSecrets({ value }, ["value"]);
    hide(text, [], SHOWN);
    const ms = performance.now() - started;
    const { user, system } = process.cpuUsage(cpu);
    if (ms < best.ms) best = { ms, cpuMs: (user + system) / 1000 };
  }
  console.log(`${what.padEnd(50)}${best.ms.toFixed(1).padStart(8)}${best.cpuMs.toFixed(1).padStart(18)}`);
}

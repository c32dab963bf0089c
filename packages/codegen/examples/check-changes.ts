// For CI: fails where a change of the description breaks the programs of its users.
//
// node check-changes.ts <before> <after>
import { diffDescriptions } from "@keynest/codegen";

const [before = "", after = ""] = process.argv.slice(2);
const changes = await diffDescriptions(before, after, { module: "@example/notes" });
for (const { level, message, pointer, migration } of changes) {
  console.log(`${level}: ${message} (${pointer})`);
  if (migration) console.log(`${migration.before}\nbecomes\n${migration.after}`);
}
if (changes.some(({ level }) => level === "breaking")) process.exitCode = 1;

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../contract/contract.ts";
import type { Document } from "../contract/document.ts";
import { createFolder, typeCheck } from "../type-check.ts";
import { type SpecifierOf, typeProgram } from "./type-program.ts";

/** Compiles the type program of a description. One finding for each operation and what was shown about it. */
export async function checkTypes(document: Document, specifierOf: SpecifierOf): Promise<Finding[]> {
  using folder = createFolder("types");
  const program = typeProgram(document, specifierOf);
  writeFileSync(join(folder.path, "program.ts"), program.map(({ code }) => code).join("\n"));
  const findings = new Map<string, Finding>();
  const findingOf = (operationId: string, about: string): Finding => {
    const key = `${operationId} ${about}`;
    const finding = findings.get(key) ?? { operationId, about, ok: true, problems: [] };
    findings.set(key, finding);
    return finding;
  };
  for (const { operationId, about } of program) findingOf(operationId, about);
  for (const { file, line, message } of await typeCheck(folder.path, { skipLibCheck: true })) {
    const statement = file === "program.ts" ? program[line - 1] : undefined;
    const finding = findingOf(statement?.operationId ?? "", statement?.about ?? file);
    finding.ok = false;
    finding.problems.push(message);
  }
  return [...findings.values()];
}

import type { Document } from "./document.ts";
import { describedOperations, moduleOf } from "./operations.ts";
import type { Subject } from "./sdk.ts";

/** Sentences about what the modules export and the description does not say. */
export function checkExports(document: Document, { modules }: Pick<Subject, "modules">): string[] {
  const described = new Map<string, Set<string>>();
  for (const operation of describedOperations(document)) {
    const names = described.get(moduleOf(operation)) ?? new Set();
    for (const ending of ["", "Detailed", "Operation"]) names.add(operation.id + ending);
    described.set(moduleOf(operation), names);
  }
  return Object.entries(modules).flatMap(([module, namespace]) => {
    const names = described.get(module);
    if (!names) return [`the module "${module}" belongs to no tag`];
    const unknown = Object.keys(namespace).filter((name) => !names.has(name));
    return unknown.map((name) => `the module "${module}" exports ${name}, which the description does not have`);
  });
}

/** How many operations have both functions in a module of the package. */
export function countFunctions({ modules }: Pick<Subject, "modules">): number {
  const names = Object.values(modules).flatMap((namespace) =>
    Object.keys(namespace).filter((name) => typeof namespace[name] === "function"),
  );
  return names.filter((name) => names.includes(`${name}Detailed`)).length;
}

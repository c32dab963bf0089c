import type { Operation } from "./load-operations.ts";

/** The values that a path has in the places of a template, decoded. */
export function pathParamsOf({ path: template }: Pick<Operation, "path">, path: string): Record<string, string> {
  const names: string[] = [];
  const pattern = template.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{([^{}]+)\}/g, (_, name: string) => {
    names.push(name);
    return "([^/]*)";
  });
  const values = new RegExp(`^${pattern}$`).exec(path)?.slice(1) ?? [];
  return Object.fromEntries(names.map((name, index) => [name, decode(values[index] ?? "")]));
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

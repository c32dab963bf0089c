import type { Operation } from "./load-operations.ts";

/** Reads the decoded values of path parameters. @returns undefined when the path does not match the template */
export function pathParamsOf(
  { path: template }: Pick<Operation, "path">,
  path: string,
): Record<string, string> | undefined {
  const names = Array.from(template.matchAll(/\{([^{}]+)\}/g), ([, name = ""]) => name);
  const pattern = template
    .split(/\{[^{}]+\}/)
    .map(RegExp.escape)
    .join("([^/]+)");
  const match = new RegExp(`^${pattern}$`).exec(path);
  return match ? Object.fromEntries(names.map((name, index) => [name, decode(match[index + 1] ?? "")])) : undefined;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

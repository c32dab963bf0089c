// Checks that packages import only what the architecture allows, and only by package name; and inside a package, that
// folders keep apart and no files import each other in a cycle, where its rule asks for that.
import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { findCycles } from "./import-cycles.ts";
import { printLine } from "./terminal.ts";
import { ROOT } from "./turbo.ts";

export interface Rule {
  /** Packages that the sources may import; `node:` stands for modules of Node. */
  readonly allowed: readonly string[];
  /** What the sources of a folder may import beside them. */
  readonly folders?: Readonly<Record<string, readonly string[]>>;
  /** Folders that only the listed outside files may import. */
  readonly onlyImportedBy?: Readonly<Record<string, readonly string[]>>;
  /**
   * Whether import cycles are problems, of types too.
   * @default false
   */
  readonly forbidsCycles?: boolean;
}

/** One direction: spec → codegen → sdk → runtime, and the mock beside them. */
export const RULES: Readonly<Record<string, Rule>> = {
  codegen: {
    allowed: ["node:", "typescript"],
    // Each engine is imported in one folder only, so that it can be replaced.
    folders: {
      "src/hey-api": ["@hey-api/openapi-ts"],
      "src/load": ["@redocly/openapi-core"],
      "src/types": ["openapi-typescript"],
    },
    forbidsCycles: true,
  },
  runtime: {
    allowed: ["openapi-fetch"],
    folders: { "src/credentials": ["@noble/hashes"], "src/node": ["node:", "undici"], "src/sync": ["node:"] },
    forbidsCycles: true,
  },
  sdk: { allowed: ["@keynest/runtime"], folders: { "src/webhooks": ["standardwebhooks"] }, forbidsCycles: true },
  mock: {
    allowed: ["node:", "@stoplight/prism-http", "chokidar", "fast-xml-parser", "yaml"],
    folders: { "src/vitest": ["vitest"] },
    // The entry points default to KeyNest. Everything else works for any API.
    onlyImportedBy: { "src/keynest": ["src/index.ts", "src/cli/cli.ts", "src/vitest/plugin.ts"] },
    forbidsCycles: true,
  },
};

/** In `runtime`, openapi-fetch may be imported by one file alone, so that it can be replaced in one place. */
const OPENAPI_FETCH_HOME = "packages/runtime/src/operation/parameters/lay-out.ts";

/**
 * Checks the sources of all packages.
 *
 * @param root - folder of the repository
 * @param rules - by the name of the package's folder
 * @returns a sentence for each import that is not allowed, and for each import cycle
 */
export function checkImports(root: string, rules: Readonly<Record<string, Rule>> = RULES): string[] {
  return readdirSync(join(root, "packages")).flatMap((name) => {
    const rule = rules[name];
    return rule ? checkPackage(root, name, rule) : [`packages/${name} has no import rule in scripts/check-imports.ts`];
  });
}

if (import.meta.main) {
  const problems = checkImports(ROOT);
  for (const problem of problems) printLine(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}

function checkPackage(root: string, name: string, rule: Rule): string[] {
  const folder = `packages/${name}`;
  const files = readdirSync(join(root, folder, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.[cm]?ts$/.test(file))
    .map((file) => `src/${file.replaceAll("\\", "/")}`);
  const imports = new Map(files.map((file) => [file, importsOf(readFileSync(join(root, folder, file), "utf8"))]));
  const problems = [...imports].flatMap(([file, specifiers]) =>
    specifiers.flatMap((specifier) =>
      specifier.startsWith(".")
        ? checkRelative(file, targetOf(file, specifier), specifier, rule)
        : checkPackageImport(folder, file, specifier, rule),
    ),
  );
  return [
    ...problems.map((problem) => `${folder}/${problem}`),
    ...(rule.forbidsCycles ? cyclesIn(folder, imports) : []),
  ];
}

function checkPackageImport(
  folder: string,
  file: string,
  specifier: string,
  { allowed, folders = {} }: Rule,
): string[] {
  if (specifier === "openapi-fetch" && `${folder}/${file}` !== OPENAPI_FETCH_HOME) {
    return [`${file} imports openapi-fetch; only ${OPENAPI_FETCH_HOME} may`];
  }
  const here = Object.keys(folders).find((each) => file.startsWith(`${each}/`));
  const permitted = [...allowed, ...(here ? (folders[here] ?? []) : [])];
  return permitted.includes(packageOf(specifier)) ? [] : [`${file} must not import ${specifier}`];
}

function checkRelative(file: string, target: string, specifier: string, { onlyImportedBy = {} }: Rule): string[] {
  if (target.startsWith("../")) return [`${file} imports a file outside its package: ${specifier}`];
  return Object.entries(onlyImportedBy)
    .filter(([folder]) => target.startsWith(`${folder}/`) && !file.startsWith(`${folder}/`))
    .filter(([, importers]) => !importers.includes(file))
    .map(([folder, importers]) => `${file} imports ${specifier}; only ${importers.join(", ")} may import ${folder}`);
}

function cyclesIn(folder: string, imports: ReadonlyMap<string, readonly string[]>): string[] {
  const graph = new Map(
    [...imports].map(([file, specifiers]) => {
      const relative = specifiers.filter((specifier) => specifier.startsWith("."));
      return [file, relative.map((specifier) => targetOf(file, specifier))];
    }),
  );
  return findCycles(graph).map((cycle) => `${folder} has an import cycle: ${cycle.join(" → ")}`);
}

/** The file of the package that a relative specifier names. A `.js` file of the sources is a `.ts` file. */
function targetOf(file: string, specifier: string): string {
  return join(file, "..", specifier)
    .replaceAll("\\", "/")
    .replace(/\.([cm]?)js$/, ".$1ts");
}

/** Specifiers of static and dynamic imports and of re-exports. */
function importsOf(code: string): string[] {
  const withoutComments = code.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  const pattern = /(?:^|[;\s}])(?:import|from)\s*\(?\s*["']([^"']+)["']/g;
  return Array.from(withoutComments.matchAll(pattern), ([, specifier]) => specifier ?? "");
}

function packageOf(specifier: string): string {
  if (isBuiltin(specifier)) return "node:";
  const [scope = "", name = ""] = specifier.split("/");
  return scope.startsWith("@") ? `${scope}/${name}` : scope;
}

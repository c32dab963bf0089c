// Checks that packages import only what the architecture allows, and only by package name.
import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { say } from "./terminal.ts";
import { ROOT } from "./turbo.ts";

interface Rule {
  /** Packages that the sources may import, Node's own modules among them as `node:`. */
  readonly allowed: readonly string[];
  /** What the sources of a folder may import beside them. */
  readonly folders?: Readonly<Record<string, readonly string[]>>;
}

/** One direction: spec → codegen → sdk → runtime, and the mock beside them. */
const RULES: Record<string, Rule> = {
  codegen: { allowed: ["node:", "@hey-api/openapi-ts", "@redocly/openapi-core", "openapi-typescript", "typescript"] },
  runtime: {
    allowed: ["openapi-fetch"],
    folders: { "src/credentials": ["@noble/hashes"], "src/node": ["node:", "undici"], "src/sync": ["node:"] },
  },
  sdk: { allowed: ["@keynest/runtime"], folders: { "src/webhooks": ["standardwebhooks"] } },
  mock: {
    allowed: ["node:", "@stoplight/prism-http", "chokidar", "fast-xml-parser", "yaml"],
    folders: { "src/vitest": ["vitest"] },
  },
};

/** In `runtime`, openapi-fetch may be imported by one file alone, so that it can be replaced in one place. */
const OPENAPI_FETCH_HOME = "packages/runtime/src/operation/parameters/lay-out.ts";

/**
 * Checks the sources of all packages.
 *
 * @param root Folder of the repository.
 * @returns A sentence for each import that is not allowed.
 */
export function checkImports(root: string): string[] {
  return readdirSync(join(root, "packages")).flatMap((name) => {
    const rule = RULES[name];
    return rule ? checkPackage(root, name, rule) : [`packages/${name} has no import rule in scripts/check-imports.ts`];
  });
}

if (import.meta.main) {
  const problems = checkImports(ROOT);
  for (const problem of problems) say(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}

function checkPackage(root: string, name: string, { allowed, folders = {} }: Rule): string[] {
  const folder = join("packages", name, "src");
  const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.[cm]?ts$/.test(file),
  );
  return files.flatMap((file) => {
    const path = join(folder, file).replaceAll("\\", "/");
    const here = Object.keys(folders).find((one) => path.startsWith(`packages/${name}/${one}/`));
    const permitted = [...allowed, ...(here ? (folders[here] ?? []) : [])];
    return importsOf(readFileSync(join(root, path), "utf8")).flatMap((specifier) => {
      if (specifier.startsWith(".")) {
        const target = join(path, "..", specifier).replaceAll("\\", "/");
        const inside = target.startsWith(`packages/${name}/`);
        return inside ? [] : [`${path} reaches out of its package: ${specifier}`];
      }
      if (specifier === "openapi-fetch" && path !== OPENAPI_FETCH_HOME) {
        return [`${path} imports openapi-fetch; only ${OPENAPI_FETCH_HOME} may`];
      }
      return permitted.includes(packageOf(specifier)) ? [] : [`${path} must not import ${specifier}`];
    });
  });
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

import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript";

const TYPESCRIPT = new URL("../../../../node_modules/typescript/lib/", import.meta.url);

/** The compiler of the repository's own checks: the program itself, which is there sooner than by its script. */
const { default: getExePath } = (await import(new URL("getExePath.js", TYPESCRIPT).href)) as { default(): string };
const COMPILER = getExePath();

const OPTIONS = {
  target: "ES2022",
  lib: ["ES2022", "DOM", "DOM.Iterable"],
  module: "nodenext",
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noUnusedLocals: true,
  isolatedDeclarations: true,
  declaration: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  skipLibCheck: false,
  // TypeScript's own, which are the same each time, and take longer than all else.
  skipDefaultLibCheck: true,
  noEmit: true,
};

/** Type-checks every file below the folder as strictly as can be, if `options` do not say otherwise. @returns the errors, one a line */
export async function compile(folder: string, options: object = {}): Promise<string[]> {
  const config = join(folder, "tsconfig.json");
  await writeFile(config, JSON.stringify({ compilerOptions: { ...OPTIONS, ...options }, include: ["."] }));
  return new Promise((resolve, reject) => {
    // Several compilers at once, each with threads of its own, would wait for each other.
    const args = ["-p", config, "--pretty", "false", "--singleThreaded"];
    execFile(COMPILER, args, { maxBuffer: 2 ** 26 }, (failure, stdout, stderr) => {
      const errors = stdout.split(/\r?\n/).filter((line) => /error TS\d+/.test(line));
      if (failure && errors.length === 0) reject(new Error(`The compiler did not run: ${stdout}${stderr}`));
      else resolve(errors);
    });
  });
}

/** Parses a file with TypeScript's API, which knows more of comments than a check tells. */
export function parse(text: string): ts.SourceFile & { readonly parseDiagnostics: readonly ts.Diagnostic[] } {
  return ts.createSourceFile("a.ts", text, ts.ScriptTarget.ESNext, true) as never;
}

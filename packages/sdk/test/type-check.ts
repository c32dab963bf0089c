import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What the compiler says about a line of a program. */
export interface Diagnostic {
  file: string;
  line: number;
  message: string;
}

const temporary = fileURLToPath(new URL(".tmp/", import.meta.url));
const tsc = join(createRequire(import.meta.url).resolve("typescript/package.json"), "../bin/tsc");

/** A folder inside of the package, so that imports of it and of its dependencies resolve. */
export function createFolder(name: string): { path: string } & Disposable {
  mkdirSync(temporary, { recursive: true });
  const path = mkdtempSync(join(temporary, `${name}-`));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** Type-checks a folder with TypeScript, under the settings of a strict consumer. */
export async function typeCheck(folder: string, options: object = {}): Promise<Diagnostic[]> {
  const compilerOptions = {
    target: "es2022",
    lib: ["ES2022", "ESNext.Disposable"],
    module: "nodenext",
    types: ["node"],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: true,
    allowImportingTsExtensions: true,
    skipLibCheck: false,
    noEmit: true,
    ...options,
  };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions, include: ["*.ts", "*.cts", "*.mts"] }),
  );
  // The compiler names files from there: on a Mac, temporary folders lie behind a link.
  const place = realpathSync(folder);
  return await run([tsc, "-p", place, "--pretty", "false"], place);
}

function run(args: string[], cwd: string): Promise<Diagnostic[]> {
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      const found = [...stdout.matchAll(/^(.+?)\((\d+),\d+\): error (.*(?:\n .*)*)/gm)];
      const diagnostics = found.map(([, file = "", line, message = ""]) => ({ file, line: Number(line), message }));
      if (error && diagnostics.length === 0) diagnostics.push({ file: "tsc", line: 0, message: stdout + stderr });
      done(diagnostics);
    });
  });
}

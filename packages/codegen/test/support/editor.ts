import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  module: ts.ModuleKind.NodeNext,
  types: [],
  strict: true,
  skipLibCheck: true,
};

/** Where a definition is. */
export interface Definition {
  readonly file: string;
  /** The line of code that it stands in. */
  readonly line: string;
}

/** A program as an editor has it open: TypeScript's language service says what it shows. */
export class Editor {
  readonly #file: string;
  readonly #text: string;
  readonly #service: ts.LanguageService;

  /** @param folder - where `program.ts` is */
  constructor(folder: string) {
    this.#file = join(folder, "program.ts");
    this.#text = readFileSync(this.#file, "utf8");
    this.#service = ts.createLanguageService({
      getCompilationSettings: () => OPTIONS,
      getCurrentDirectory: () => folder,
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      getScriptFileNames: () => [this.#file],
      getScriptVersion: () => "1",
      getScriptSnapshot: (file) => {
        const text = ts.sys.readFile(file);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      fileExists: ts.sys.fileExists,
      readFile: ts.sys.readFile,
      directoryExists: ts.sys.directoryExists,
      getDirectories: ts.sys.getDirectories,
    });
  }

  /** What a hover shows: the code in line 1, then the documentation. @param place - code of the program, `|` is the cursor */
  hover(place: string): string {
    const info = this.#service.getQuickInfoAtPosition(this.#file, this.#position(place));
    const documentation = ts.displayPartsToString(info?.documentation);
    return [ts.displayPartsToString(info?.displayParts), documentation].filter(Boolean).join("\n");
  }

  /** Where go-to-definition leads. */
  definitions(place: string): Definition[] {
    const found = this.#service.getDefinitionAtPosition(this.#file, this.#position(place)) ?? [];
    return found.map(lineOf);
  }

  /** Where go-to-type-definition leads. */
  typeDefinitions(place: string): Definition[] {
    const found = this.#service.getTypeDefinitionAtPosition(this.#file, this.#position(place)) ?? [];
    return found.map(lineOf);
  }

  /** What is underlined, as texts. */
  problems(): string[] {
    return this.#service
      .getSemanticDiagnostics(this.#file)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  }

  #position(place: string): number {
    const [before = "", after = ""] = place.split("|");
    const start = this.#text.indexOf(before + after);
    if (start < 0) throw new Error(`The program has no ${before + after}`);
    return start + before.length;
  }
}

function lineOf({ fileName, textSpan }: ts.DefinitionInfo): Definition {
  const text = readFileSync(fileName, "utf8");
  const start = text.lastIndexOf("\n", textSpan.start) + 1;
  const [line = ""] = text.slice(start).split("\n");
  return { file: fileName.split("/").at(-1) ?? "", line: line.trim() };
}

/** Writes the declarations of all modules in a folder, as a package has them. */
export function emitDeclarations(files: readonly string[], output: string): void {
  const program = ts.createProgram(files, {
    ...OPTIONS,
    declaration: true,
    emitDeclarationOnly: true,
    outDir: output,
  });
  program.emit();
}

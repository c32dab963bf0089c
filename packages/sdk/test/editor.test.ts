import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { createFolder } from "./type-check.ts";

/** The parts of TypeScript's language service that the tests ask. TypeScript 7, which checks this file, has none. */
interface LanguageService {
  getQuickInfoAtPosition(file: string, position: number): { displayParts?: { text: string }[] } | undefined;
  getTypeDefinitionAtPosition(file: string, position: number): Definition[] | undefined;
  getDefinitionAtPosition(file: string, position: number): Definition[] | undefined;
  getSemanticDiagnostics(file: string): { messageText: unknown }[];
}

interface Definition {
  fileName: string;
  textSpan: { start: number };
}

const PROGRAM = `
import { createClient, getProject, KeyNest, listProjects, tokenAuth } from "@keynest/sdk";
import { getProject as getProjectOfModule } from "@keynest/sdk/projects";
const client = createClient({ auth: tokenAuth("t") });
export const project = await getProject(client, { id: 1 });
export const ofModule = await getProjectOfModule(client, { id: 1 });
export const ofClass = await new KeyNest().projects.get(1);
export const page = await listProjects(client, { search: "web" });
export const wrong: number = await getProject(client, { id: 1 });
`;

const dist = fileURLToPath(new URL("../dist", import.meta.url));

function openProgram(file: string): LanguageService {
  // That of the generator, which has the API.
  const codegen = createRequire(import.meta.url).resolve("@keynest/codegen/package.json");
  const ts = createRequire(codegen)("typescript");
  return ts.createLanguageService({
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    realpath: ts.sys.realpath,
    getCompilationSettings: () => ({ target: 9, lib: ["lib.es2022.d.ts"], module: 199, types: ["node"], strict: true }),
    getCurrentDirectory: () => dirname(file),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (path: string) => {
      const text = ts.sys.readFile(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
  });
}

test("an editor shows types of the built package by name, and leads to their declarations in it", () => {
  using folder = createFolder("editor");
  const file = join(folder.path, "program.ts");
  writeFileSync(file, PROGRAM);
  const service = openProgram(file);
  const at = (code: string): number => PROGRAM.indexOf(code) + code.lastIndexOf(" ") + 1;
  const hover = (code: string) =>
    service
      .getQuickInfoAtPosition(file, at(code))
      ?.displayParts?.map(({ text }) => text)
      .join("");
  const declared = (found: Definition[] | undefined) =>
    found?.map(({ fileName, textSpan: { start } }) => {
      const name = basename(fileName).replace(/-[^.]+/, "");
      return `${name}: ${/^[^\n]*/.exec(readFileSync(fileName, "utf8").slice(start))?.[0]}`;
    });

  expect(hover("export const project")).toBe("const project: Project");
  expect(hover("export const ofModule")).toBe("const ofModule: Project");
  expect(hover("export const ofClass")).toBe("const ofClass: Project");
  expect(hover("export const page")).toBe("const page: PaginatedProjectList");
  expect(hover("= await getProject")).toContain("getProject(client: UserClient, params: GetProjectParams,");
  const declaration = ["schemas.gen.d.ts: Project {"];
  expect(declared(service.getTypeDefinitionAtPosition(file, at("export const project")))).toEqual(declaration);
  expect(declared(service.getTypeDefinitionAtPosition(file, at("export const ofClass")))).toEqual(declaration);
  expect(declared(service.getDefinitionAtPosition(file, at("(client, { search")))).toEqual([
    "projects.gen.d.ts: search?: string;",
  ]);
  expect(service.getSemanticDiagnostics(file).map(({ messageText }) => messageText)).toEqual([
    "Type 'Project' is not assignable to type 'number'.",
  ]);
});

test("maps of the built package lead to what it has", () => {
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" });
  // Declarations are complete, so they need no maps; those of code carry their sources.
  expect(files.filter((file) => /\.d\.[cm]?ts\.map$/.test(file))).toEqual([]);
  const maps = files.filter((file) => file.endsWith(".map"));
  const lacking = maps.filter((file) => {
    const { sources, sourcesContent = [] } = JSON.parse(readFileSync(join(dist, file), "utf8"));
    return sources.some((_: string, index: number) => typeof sourcesContent[index] !== "string");
  });
  expect(maps.length).toBeGreaterThan(0);
  expect(lacking).toEqual([]);
});

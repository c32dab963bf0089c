import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Namespace, Subject } from "../contract/sdk.ts";

const temporary = new URL("../.tmp/", import.meta.url);
const source = new URL("../../src", import.meta.url);

/** A copy of the SDK's source, to be broken by editing. */
export class GeneratedCode {
  readonly folder: string;

  constructor() {
    mkdirSync(temporary, { recursive: true });
    // Also a part of specifiers, in which a backslash would mean something else.
    this.folder = mkdtempSync(`${fileURLToPath(temporary)}copy-`).replaceAll("\\", "/");
    cpSync(source, this.folder, { recursive: true });
  }

  /** Replaces a piece of a generated file. Throws if it is not there, so that no edit becomes one that does nothing. */
  edit(file: string, from: string | RegExp, to: string): void {
    const path = `${this.folder}/generated/${file}`;
    const before = readFileSync(path, "utf8");
    const after = before.replace(from, to);
    if (before === after) throw new Error(`${file} has no ${from}`);
    writeFileSync(path, after);
  }

  /** Replaces a piece of the data of an operation. */
  editOperation(module: string, operationId: string, from: string, to: string): void {
    const data = new RegExp(`export const ${operationId}Operation\\b[^]*?\\n};`);
    const file = `operations/${module}.gen.ts`;
    const [before = ""] = data.exec(readFileSync(`${this.folder}/generated/${file}`, "utf8")) ?? [];
    if (!before.includes(from)) throw new Error(`${operationId} has no ${from}`);
    this.edit(file, before, before.replace(from, to));
  }

  async load(): Promise<Pick<Subject, "sdk" | "modules">> {
    const load = (file: string): Promise<Namespace> => import(/* @vite-ignore */ `${this.folder}/${file}`);
    const names = readdirSync(`${this.folder}/generated/operations`).map((file) => file.replace(".gen.ts", ""));
    const modules = names.map(async (name) => [name, await load(`generated/operations/${name}.gen.ts`)]);
    return { sdk: await load("index.ts"), modules: Object.fromEntries(await Promise.all(modules)) };
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

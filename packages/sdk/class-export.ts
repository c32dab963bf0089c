import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Makes the CommonJS entry give the class itself, `const KeyNest = require("@keynest/sdk")`, with all other exports as
 * its properties. Node's lexer has found their names before, in the assignments to `exports`, so that ESM can import
 * them by name from there as well.
 *
 * @param folder Where `index.cjs` and `index.d.cts` have been built.
 */
export function exportClass(folder: string): void {
  edit(join(folder, "index.cjs"), (code) => {
    return code.replace(/\n(?=\/\/# sourceMappingURL)|$/, "\nmodule.exports = Object.assign(KeyNest, exports);\n");
  });
  const types = readFileSync(join(folder, "index.d.cts"), "utf8");
  // Types cannot merge a namespace into an imported class: hence a class of the same name, on the same base.
  writeFileSync(join(folder, "exports.d.cts"), types);
  writeFileSync(join(folder, "index.d.cts"), classTypes(exportedNames(types)));
}

/** The names of the one export statement that bundled types end with. */
function exportedNames(types: string): string[] {
  const [, list] = /^export \{ ([^}]*) \};/m.exec(types) ?? [];
  if (!list) throw new Error("index.d.cts has no list of exports");
  return list.split(", ").map((name) => name.replace(/^type |^.* as /g, ""));
}

function classTypes(names: readonly string[]): string {
  const others = names.filter((name) => name !== "KeyNest" && name !== "default");
  return `import { KeyNest as Class, ${others.join(", ")} } from "./exports.cjs";
declare class KeyNest extends Class {}
declare namespace KeyNest {
  export { KeyNest, KeyNest as default, ${others.join(", ")} };
}
export = KeyNest;
`;
}

function edit(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, "utf8")));
}

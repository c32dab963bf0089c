import { expect, it } from "vitest";
import { shellLine } from "../src/output/shell-line.ts";

it.each([
  [["biome", "format", "--write", "C:\\a\\b"], "biome format --write C:\\a\\b"],
  [
    ["C:\\Program Files\\node.exe", "C:\\Users\\Jane & Joe\\a"],
    '"C:\\Program Files\\node.exe" "C:\\Users\\Jane & Joe\\a"',
  ],
  [["a", "^1", ""], 'a "^1" ""'],
  [["a", "b c\\"], 'a "b c\\\\"'],
  [["a", 'say "x & y"'], 'a "say ""x & y"""'],
])("of %j is %s", (command, line) => {
  expect(shellLine(command)).toBe(line);
});

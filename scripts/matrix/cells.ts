import { browserCells } from "./browser.ts";
import { bundlerCells } from "./bundlers.ts";
import type { Cell } from "./cell.ts";
import { denoAndBunCells } from "./deno-and-bun.ts";
import { jestCells } from "./jest.ts";
import { nodeCells } from "./node.ts";
import { typescriptCells } from "./typescript.ts";
import { workerdCells } from "./workerd.ts";

/** All cells, by table and row. */
export const CELLS: readonly Cell[] = [
  ...nodeCells,
  ...denoAndBunCells,
  ...workerdCells,
  ...browserCells,
  ...jestCells,
  ...typescriptCells,
  ...bundlerCells,
];

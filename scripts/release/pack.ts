// `npm run release:pack -- <folder>`: packs versions that npm does not have yet, for the publishing job of the workflow.
import { printLine } from "../terminal.ts";
import { ROOT } from "../turbo.ts";
import { setOutputs } from "./outputs.ts";
import { packPackages } from "./publish.ts";

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  printLine("Usage: npm run release:pack -- <folder>");
  process.exitCode = 2;
} else {
  setOutputs({ ...(await packPackages(ROOT, folder)) });
}

// `npm run release:pack -- <folder>`: packs what npm does not have yet, for the job of the workflow that publishes.
import { say } from "../terminal.ts";
import { ROOT } from "../turbo.ts";
import { setOutputs } from "./outputs.ts";
import { packPackages } from "./publish.ts";

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  say("Usage: npm run release:pack -- <folder>");
  process.exitCode = 2;
} else {
  setOutputs({ ...(await packPackages(ROOT, folder)) });
}

// Runs programs one after the other in this process, by importing them, and prints as JSON what became of each.
//
// node run-examples.mjs <folder> <file>...
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";

const [folder, ...files] = process.argv.slice(2);
const results = [];
for (const file of files) {
  const result = { file, error: "", printed: "", complained: "" };
  console.log = (...values) => {
    result.printed += `${values.map((value) => inspect(value)).join(" ")}\n`;
  };
  console.error = (...values) => {
    result.complained += `${values.map((value) => inspect(value)).join(" ")}\n`;
  };
  try {
    await import(pathToFileURL(join(folder, file)).href);
  } catch (error) {
    result.error = inspect(error);
  }
  results.push(result);
}
process.stdout.write(JSON.stringify(results));

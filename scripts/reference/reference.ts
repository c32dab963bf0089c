import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../turbo.ts";
import { codeSamples, type Document, withCodeSamples } from "./code-samples.ts";
import { renderByRedoc } from "./render.ts";

/** Titles of an operation's forms in the documentation pages. */
const FORMS = ["Plain", "Detailed", "Blocking", "Class"];

/** Renders the API reference as one HTML page, from the bundled description and the examples of the generated pages. */
export function renderReference(): Promise<string> {
  const document: Document = JSON.parse(readFileSync(join(ROOT, "spec", "dist", "openapi.json"), "utf8"));
  const samples = codeSamples(join(ROOT, "packages", "sdk", "docs"));
  return renderByRedoc(withCodeSamples(document, samples), FORMS);
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../turbo.ts";
import { codeSamples, type Document, withCodeSamples } from "./code-samples.ts";
import { renderByRedoc } from "./render.ts";

/** The forms of an operation, as the pages of documentation call them. */
const FORMS = ["Plain", "Detailed", "Blocking", "Class"];

/** The API reference as one page of HTML, made of the bundled description and of the examples in the generated pages. */
export function renderReference(): Promise<string> {
  const document: Document = JSON.parse(readFileSync(join(ROOT, "spec", "dist", "openapi.json"), "utf8"));
  const samples = codeSamples(join(ROOT, "packages", "sdk", "docs"));
  return renderByRedoc(withCodeSamples(document, samples), FORMS);
}

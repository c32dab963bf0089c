import { readFileSync } from "node:fs";

/** A program in a page of documentation. */
export interface Block {
  /** The heading that it stands under. */
  heading: string;
  /** The word before it, such as `Detailed:`, or nothing. */
  label: string;
  language: string;
  code: string;
}

/** All blocks of code in the README of the package. */
export function readmeBlocks(): Block[] {
  return blocksOf(readFileSync(new URL("../README.md", import.meta.url), "utf8"));
}

/** All blocks of code in a page. */
export function blocksOf(text: string): Block[] {
  return text.split(/^## /m).flatMap((section) => {
    const heading = section.slice(0, section.indexOf("\n"));
    const blocks = [...section.matchAll(/^(?:(\w+):\n\n)?```(\w*)\n(.*?)^```$/gms)];
    return blocks.map(([, label = "", language = "", code = ""]) => ({ heading, label, language, code }));
  });
}

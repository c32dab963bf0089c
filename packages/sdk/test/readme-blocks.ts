import { readFileSync } from "node:fs";

/** A program in the README. */
export interface Block {
  /** The heading that it stands under. */
  heading: string;
  language: string;
  code: string;
}

/** All blocks of code in the README of the package. */
export function readmeBlocks(): Block[] {
  const text = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  return text.split(/^## /m).flatMap((section) => {
    const heading = section.slice(0, section.indexOf("\n"));
    const blocks = [...section.matchAll(/^```(\w*)\n(.*?)^```$/gms)];
    return blocks.map(([, language = "", code = ""]) => ({ heading, language, code }));
  });
}

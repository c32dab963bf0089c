import { codeBlock, inline } from "./markdown.ts";

interface Block {
  readonly kind: "paragraph" | "item" | "heading" | "code";
  /** Lines of the description. The first one of an item or a heading has lost its mark. */
  readonly lines: string[];
}

/** Writes a description's prose: paragraphs, lists and code blocks. Headings become strong text. */
export function prose(words: string | undefined): string {
  let result = "";
  let last: Block["kind"] | undefined;
  for (const { kind, lines } of blocksOf(words ?? "")) {
    const line = inline(lines.join(" "));
    // A block of invisible characters would leave a mark with another meaning.
    if (line === "") continue;
    if (last && !(last === "item" && kind === "item")) result += "\n";
    last = kind;
    if (kind === "code") result += codeBlock(lines.join("\n"), "text");
    else if (kind === "item") result += `- ${line}\n`;
    else result += kind === "heading" ? `**${line.replaceAll("**", "")}**\n` : `${line}\n`;
  }
  return result;
}

const FENCE = /^ {0,3}(```+|~~~+)/;
const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(?=\S)/;
const HEADING = /^ {0,3}#{1,6}\s+(?=[^\s*])/;

function blocksOf(words: string): Block[] {
  const blocks: Block[] = [];
  // The block that the next line continues.
  let open: Block | undefined;
  let fence: string | undefined;
  const begin = (kind: Block["kind"], ...lines: string[]): Block => {
    const block = { kind, lines };
    blocks.push(block);
    return block;
  };
  for (const line of words.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const [, mark] = FENCE.exec(line) ?? [];
    if (fence !== undefined) {
      if (line.trim() === fence) [fence, open] = [undefined, undefined];
      else open?.lines.push(line);
    } else if (mark !== undefined) {
      fence = mark;
      open = begin("code");
    } else if (line.trim() === "") open = undefined;
    else if (HEADING.test(line)) {
      begin("heading", line.replace(HEADING, ""));
      open = undefined;
    } else if (ITEM.test(line)) open = begin("item", line.replace(ITEM, ""));
    else if (open) open.lines.push(line);
    else open = begin("paragraph", line);
  }
  return blocks;
}

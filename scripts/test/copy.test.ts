import { existsSync, mkdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { copyFolder } from "../release/copy.ts";
import { createTemporaryFolder } from "../temporary-folder.ts";

// Windows lets not everybody make links.
test.skipIf(process.platform === "win32")("copies links as links, wherever they lead", () => {
  const temporary = createTemporaryFolder("copy");
  onTestFinished(() => temporary[Symbol.dispose]());
  const [from, to] = [join(temporary.path, "from"), join(temporary.path, "to")];
  mkdirSync(join(from, "folder", "node_modules"), { recursive: true });
  writeFileSync(join(from, "folder", "file"), "text");
  symlinkSync("folder", join(from, "to-folder"));
  symlinkSync("nowhere", join(from, "to-nothing"));
  copyFolder(from, to);
  expect(readFileSync(join(to, "to-folder", "file"), "utf8")).toBe("text");
  expect(readlinkSync(join(to, "to-folder"))).toBe("folder");
  expect(readlinkSync(join(to, "to-nothing"))).toBe("nowhere");
  expect(existsSync(join(to, "folder", "node_modules"))).toBe(false);
});

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { npm } from "../release/project.ts";
import { createTemporaryFolder } from "../temporary-folder.ts";

test("reports in one sentence that the registry is not reachable", async () => {
  const temporary = createTemporaryFolder("project");
  onTestFinished(() => temporary[Symbol.dispose]());
  // Nothing listens on port 1.
  writeFileSync(join(temporary.path, ".npmrc"), "registry=http://127.0.0.1:1/\nfetch-retries=0\n");
  writeFileSync(join(temporary.path, "package.json"), "{}");
  await expect(npm(["install", "left-behind"], temporary.path)).rejects.toThrow(
    /^npm install cannot reach the npm registry \(ECONNREFUSED\) for dependencies of the packages\.$/,
  );
});

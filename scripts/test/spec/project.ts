import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished, vi } from "vitest";
import { changesetCommand } from "../../spec/changeset-command.ts";
import { checkCommand } from "../../spec/check-command.ts";
import { diffCommand } from "../../spec/diff-command.ts";
import { description, type Files } from "./description.ts";

/** Without the settings of whoever runs the tests. */
const GIT_ENVIRONMENT = {
  ...process.env,
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "Test",
  GIT_AUTHOR_EMAIL: "test@example.com",
  GIT_COMMITTER_NAME: "Test",
  GIT_COMMITTER_EMAIL: "test@example.com",
};

/** What a command printed, and its exit code. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A repository like ours, with a description, in a folder of its own. */
export class Project {
  readonly folder: string;
  /** The description, to be changed in place and then written. */
  readonly files: Files = description();

  /** @param version - of the SDK */
  constructor(version = "1.0.0") {
    this.folder = mkdtempSync(join(tmpdir(), "spec-project-"));
    onTestFinished(() => rmSync(this.folder, { recursive: true, force: true }));
    this.git("init", "--quiet", "--initial-branch=main");
    this.write(".changeset/config.json", JSON.stringify({ baseBranch: "main" }));
    this.setVersion(version);
    this.save();
  }

  git(...args: readonly string[]): string {
    return execFileSync("git", args, { cwd: this.folder, encoding: "utf8", env: GIT_ENVIRONMENT, stdio: "pipe" });
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true });
    writeFileSync(join(this.folder, file), text);
  }

  /** Writes the description. JSON is YAML. */
  save(): void {
    for (const [file, content] of Object.entries(this.files))
      this.write(`spec/${file}`, JSON.stringify(content, null, 2));
  }

  setVersion(version: string): void {
    this.write("packages/sdk/package.json", JSON.stringify({ name: "@keynest/sdk", version }));
  }

  commit(message: string): void {
    this.git("add", "--all");
    this.git("commit", "--quiet", "--message", message);
  }

  /** Changes the description and writes it. */
  change(edit: (files: Files) => void): void {
    edit(this.files);
    this.save();
  }

  changeset(id: string, bump: string, text = "Something."): void {
    this.write(`.changeset/${id}.md`, `---\n"@keynest/sdk": ${bump}\n---\n\n${text}\n`);
  }

  /** Texts of the changesets by their names. */
  changesets(): Map<string, string> {
    const folder = join(this.folder, ".changeset");
    const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
    return new Map(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  }

  diff(...args: readonly string[]): Promise<Outcome> {
    return captured(() => diffCommand(args, this.folder));
  }

  writeChangeset(...args: readonly string[]): Promise<Outcome> {
    return captured(() => changesetCommand(args, this.folder));
  }

  check(): Promise<Outcome> {
    return captured(() => checkCommand(this.folder));
  }
}

/** Runs a command, and keeps what it prints. */
export async function captured(run: () => Promise<number>): Promise<Outcome> {
  const printed = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((name) =>
    vi.spyOn(process[name], "write").mockImplementation((text) => {
      printed[name] += text;
      return true;
    }),
  );
  try {
    return { code: await run(), ...printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

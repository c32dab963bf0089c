import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The largest output of git that is read, in bytes. */
const MOST_BYTES = 64 * 1024 * 1024;

/** A git repository, by its folder. */
export class Git {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Returns the output of git without the final line break, or undefined if git fails. */
  async ask(...args: readonly string[]): Promise<string | undefined> {
    const options = { cwd: this.#folder, maxBuffer: MOST_BYTES };
    return run("git", [...args], options).then(
      ({ stdout }) => stdout.replace(/\n$/, ""),
      () => undefined,
    );
  }

  /** The commit of a ref, if there is one. */
  commit(ref: string): Promise<string | undefined> {
    // A ref that begins with a dash would be an option.
    return ref.startsWith("-")
      ? Promise.resolve(undefined)
      : this.ask("rev-parse", "--verify", "--quiet", `${ref}^{commit}`);
  }

  /** Paths of the files below a folder at a commit. */
  async files(commit: string, folder: string): Promise<string[]> {
    const list = (await this.ask("ls-tree", "-r", "-z", "--name-only", commit, "--", folder)) ?? "";
    return list.split("\0").filter(Boolean);
  }

  /** The text of a file at a commit. */
  async text(commit: string, path: string): Promise<string | undefined> {
    const { stdout } = await run("git", ["show", `${commit}:${path}`], {
      cwd: this.#folder,
      maxBuffer: MOST_BYTES,
    }).catch(() => ({ stdout: undefined }));
    return stdout;
  }

  /** Copies the YAML and JSON files of a folder at a commit. Returns the number of files. */
  async copy(commit: string, folder: string, target: string): Promise<number> {
    const files = (await this.files(commit, folder)).filter((path) => /\.(ya?ml|json)$/.test(path));
    for (const path of files) {
      const file = join(target, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, (await this.text(commit, path)) ?? "");
    }
    return files.length;
  }
}

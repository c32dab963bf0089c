// The first process that runs logs in, and leaves its token in a folder. Those that run later use it, until it expires.
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createClient, listProjects, passwordLogin, type TokenStore } from "@keynest/sdk";

/** Keeps logins in files that only their owner can read. For several machines, use Keyv on Redis in its place. */
function fileStore(folder: string): TokenStore {
  const fileOf = (key: string) => join(folder, createHash("sha256").update(key).digest("hex"));
  return {
    async get(key) {
      const text = await readFile(fileOf(key), "utf8").catch(() => undefined);
      return text && JSON.parse(text);
    },
    async set(key, value) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(fileOf(key), JSON.stringify(value), { mode: 0o600 });
    },
    delete: (key) => rm(fileOf(key), { force: true }),
  };
}

const login = passwordLogin({
  email: process.env.KEYNEST_EMAIL ?? "",
  password: () => process.env.KEYNEST_PASSWORD ?? "",
  store: fileStore(".logins"),
});
const client = createClient({ auth: login });
console.log((await listProjects(client)).count);

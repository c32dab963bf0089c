import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isMockError, startMock } from "../../../src/index.ts";
import { PASSWORD, startKeyNest } from "../../support/start-keynest.ts";

let folder: string;
let data: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "keynest-"));
  data = join(folder, "keynest.db");
});
afterEach(() => rm(folder, { recursive: true }));

/** What is said of a file that cannot be used. */
async function refusal(file = data): Promise<string> {
  const error = await startMock({ stateful: { data: file } }).catch((reason: unknown) => reason);
  expect(isMockError(error) && error.code).toBe("data-unusable");
  return (error as Error).message;
}

test("stores everything, credentials too, for the next start", async () => {
  let token: string;
  let access: string;
  {
    await using keynest = await startKeyNest({ data });
    ({ token } = await keynest.register("ann"));
    const login = { username: "ann", password: PASSWORD };
    access = (await keynest.anybody.post("/authentication/new/", login)).body.access;
  }
  await using again = await startKeyNest({ data });
  expect((await again.token(token).get("/api/organizations/")).body.count).toBe(1);
  expect((await again.bearer(access).get("/api/auth/profile/")).status).toBe(200);
});

test("is readable by its owner alone, and contains no passwords and tokens", async () => {
  await using keynest = await startKeyNest({ data });
  const { token } = await keynest.register("ann");
  for (const file of [data, `${data}-wal`]) {
    // Windows has other rights, which a file gets from its folder.
    if (process.platform !== "win32") expect((await stat(file)).mode & 0o777).toBe(0o600);
    const content = await readFile(file, "latin1");
    for (const secret of [PASSWORD, token]) expect(content).not.toContain(secret);
  }
});

test("reset empties it", async () => {
  {
    await using keynest = await startKeyNest({ data });
    await keynest.register("ann");
    await keynest.reset();
    expect((await keynest.register("ann")).id).toBe(1);
    await keynest.reset();
  }
  await using again = await startKeyNest({ data });
  expect((await again.register("ann")).id).toBe(1);
});

test("belongs to one process at a time", async () => {
  await using _keynest = await startKeyNest({ data });
  expect(await refusal()).toBe(`The data file ${data} is in use by another process. End that, or choose another.`);
});

test("is refused if it belongs to another program", async () => {
  const sqlite = new DatabaseSync(data);
  sqlite.exec("CREATE TABLE books (title TEXT)");
  sqlite.close();
  const before = await readFile(data);
  expect(await refusal()).toBe(`The data file ${data} is a database of another program. Choose another file.`);
  expect(await readFile(data)).toEqual(before);
});

test("is refused if it has another version", async () => {
  await (await startKeyNest({ data })).mock.close();
  const sqlite = new DatabaseSync(data);
  sqlite.exec("PRAGMA user_version = 99");
  sqlite.close();
  expect(await refusal()).toContain("has version 99, and this mock reads version");
});

test("is not overwritten if it is not a database", async () => {
  await writeFile(
    data,
    "Dear diary, today I wrote more than a hundred characters, so that nobody takes this for a database file.",
  );
  expect(await refusal()).toBe(`The data file ${data} is no database. Choose another file.`);
  expect(await readFile(data, "utf8")).toMatch(/^Dear diary/);
});

test("needs a folder, and the right to write there", async () => {
  expect(await refusal(join(folder, "none", "keynest.db"))).toMatch(/cannot be opened: ENOENT/);
  // Windows says that it is not permitted.
  expect(await refusal(folder)).toMatch(
    process.platform === "win32" ? /cannot be opened: \w/ : /cannot be opened: EISDIR/,
  );
});

test("is released if the server cannot listen", async () => {
  await using first = await startKeyNest();
  const port = Number(new URL(first.mock.url).port);
  await expect(startMock({ port, stateful: { data } })).rejects.toThrow(/is taken/);
  await using _second = await startKeyNest({ data });
});

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Database, openDatabase } from "../../../src/keynest/backend/database.ts";
import { run } from "../../support/run.ts";

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "keynest-"));
  file = join(folder, "keynest.db");
});
afterEach(() => rm(folder, { recursive: true }));

const names = (database: Database) =>
  database.all<{ name: string }>("SELECT name FROM organizations").map(({ name }) => name);

test("a process that is killed in a transaction stores nothing of it", async () => {
  const { code, stderr } = await run("test/fixtures/die-in-transaction.ts", [file]).ended;
  expect({ isDone: code === 0, stderr }).toEqual({ isDone: false, stderr: "" });
  const database = openDatabase(file, () => {});
  expect(names(database)).toEqual(["committed"]);
  database.close();
});

test("a file whose first rows could not be created can be used again", () => {
  expect(() =>
    openDatabase(file, () => {
      throw new Error("no rows");
    }),
  ).toThrow("cannot be opened: no rows");
  const row = { name: "first", description: null, created_at: 0, updated_at: 0 };
  const database = openDatabase(file, (made) => made.insert("organizations", row));
  expect(names(database)).toEqual(["first"]);
  database.close();
});

test("a transaction that throws is undone", () => {
  const database = openDatabase(undefined, () => {});
  const work = () => {
    database.insert("organizations", { name: "one", description: null, created_at: 0, updated_at: 0 });
    throw new Error("changed my mind");
  };
  expect(() => database.transaction(work)).toThrow("changed my mind");
  expect(names(database)).toEqual([]);
});

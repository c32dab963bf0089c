import { closeSync, openSync } from "node:fs";
import { resolve } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { MockError } from "../../mock-error.ts";
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from "./schema.ts";

/** Values for the `:names` in a statement. */
export type SqlValues = Record<string, SQLInputValue>;

/** An SQLite database with prepared statements. */
export class Database {
  readonly #sqlite: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(sqlite: DatabaseSync) {
    this.#sqlite = sqlite;
    sqlite.function("contains", { deterministic: true }, (text, part) =>
      Number(
        String(text ?? "")
          .toLowerCase()
          .includes(String(part).toLowerCase()),
      ),
    );
  }

  all<Row>(sql: string, parameters: SqlValues = {}): Row[] {
    return this.#prepare(sql).all(parameters) as Row[];
  }

  get<Row>(sql: string, parameters: SqlValues = {}): Row | undefined {
    return this.#prepare(sql).get(parameters) as Row | undefined;
  }

  /** @returns the number of changed rows */
  run(sql: string, parameters: SqlValues = {}): number {
    return Number(this.#prepare(sql).run(parameters).changes);
  }

  /** Adds a row. @returns its ID */
  insert(table: string, row: SqlValues): number {
    const names = Object.keys(row);
    const sql = `INSERT INTO ${table} (${names.join(", ")}) VALUES (${names.map((name) => `:${name}`).join(", ")})`;
    return Number(this.#prepare(sql).run(row).lastInsertRowid);
  }

  /** Changes the fields of a row that are not undefined. */
  update(table: string, id: number, fields: Record<string, SQLInputValue | undefined>): void {
    const given = Object.entries(fields).filter((field): field is [string, SQLInputValue] => field[1] !== undefined);
    const sql = `UPDATE ${table} SET ${given.map(([name]) => `${name} = :${name}`).join(", ")} WHERE id = :id`;
    this.#prepare(sql).run({ ...Object.fromEntries(given), id });
  }

  /** Runs a function in a transaction, which is undone if it throws. Changes are in the file when this returns. */
  transaction<Result>(work: () => Result): Result {
    this.#sqlite.exec("BEGIN");
    try {
      const result = work();
      this.#sqlite.exec("COMMIT");
      return result;
    } catch (error) {
      // SQLite has ended the transaction itself after some errors, such as a full disk.
      if (this.#sqlite.isTransaction) this.#sqlite.exec("ROLLBACK");
      throw error;
    }
  }

  /** Deletes everything, in a transaction of the caller. IDs start at 1 again. */
  clear(): void {
    this.#sqlite.exec("PRAGMA defer_foreign_keys = ON");
    const tables = this.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'");
    for (const { name } of tables) this.run(`DELETE FROM ${name}`);
  }

  close(): void {
    this.#sqlite.close();
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#sqlite.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

/**
 * Opens the database, and creates its tables if there are none.
 *
 * @param file - its file; undefined for memory. It is created if there is none, readable by its owner alone, and locked
 *   for other processes while it is open.
 * @param fill - adds the first rows to new tables
 * @throws {MockError} if the file cannot be used
 */
export function openDatabase(file: string | undefined, fill: (database: Database) => void): Database {
  let sqlite: DatabaseSync | undefined;
  try {
    if (file !== undefined) closeSync(openSync(file, "a", 0o600));
    // Some relative paths, such as `:memory:`, have another meaning in SQLite.
    sqlite = new DatabaseSync(file === undefined ? ":memory:" : resolve(file), { timeout: 0 });
    sqlite.exec("PRAGMA locking_mode = EXCLUSIVE");
    const isNew = checkOwner(sqlite, file);
    // A response is sent after its transaction is in the log, so a killed process loses nothing that it confirmed.
    sqlite.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
    const database = new Database(sqlite);
    if (isNew) database.transaction(() => create(sqlite as DatabaseSync, () => fill(database)));
    return database;
  } catch (error) {
    sqlite?.close();
    throw error instanceof MockError
      ? error
      : new MockError("data-unusable", sentenceOf(error, file), { cause: error });
  }
}

/** @returns whether the file is empty */
function checkOwner(sqlite: DatabaseSync, file: string | undefined): boolean {
  const number = (sql: string): number => Number(Object.values(sqlite.prepare(sql).get() ?? {})[0]);
  if (number("SELECT count(*) FROM sqlite_master") === 0) return true;
  if (number("PRAGMA application_id") !== APPLICATION_ID) {
    throw new MockError(
      "data-unusable",
      `The data file ${file} is a database of another program. Choose another file.`,
    );
  }
  const version = number("PRAGMA user_version");
  if (version !== SCHEMA_VERSION) {
    throw new MockError(
      "data-unusable",
      `The data file ${file} has version ${version}, and this mock reads version ${SCHEMA_VERSION}. Choose another file.`,
    );
  }
  return false;
}

function create(sqlite: DatabaseSync, fill: () => void): void {
  sqlite.exec(`${SCHEMA} PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION}`);
  fill();
}

/** Result codes of SQLite (https://sqlite.org/rescode.html). */
const SQLITE_BUSY = 5;
const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

function sentenceOf(error: unknown, file: string | undefined): string {
  const { errcode, message } = error as Error & { errcode?: number };
  if (errcode === SQLITE_BUSY)
    return `The data file ${file} is in use by another process. End that, or choose another.`;
  if (errcode === SQLITE_NOTADB) return `The data file ${file} is no database. Choose another file.`;
  if (errcode === SQLITE_CORRUPT) return `The data file ${file} is damaged. Choose another file.`;
  return `The data file ${file} cannot be opened: ${message}`;
}

import { join } from "node:path";
import { expect, it } from "vitest";
import { client, fixtureText } from "./support/client.ts";
import { Editor, emitDeclarations } from "./support/editor.ts";
import { scratch, writeFiles } from "./support/scratch.ts";

const PROGRAM = `
import { createClient, getNote, listNotes, token, Resources, type components } from "./client/index.gen.js";
const client = createClient({ auth: token("t") });
const note = await getNote(client, { id: 1, fields: ["text"] });
const notes = await listNotes(client);
const first = notes.notes[0];
const viaClass = await new Resources(client).notes.getNote(1);
export const byPlace: components["schemas"]["Note"] = note;
export const text: string = note.text;
export const wrong: number = await getNote(client, { id: 1 });
export { first, viaClass };
`;

/** The modules of the small client, and what a package has of them. */
async function editor(from: "sources" | "declarations"): Promise<Editor> {
  const { folder, files } = await client(await fixtureText("golden"), { resources: true });
  if (from === "sources") {
    await writeFiles(folder, { "../program.ts": PROGRAM });
    return new Editor(join(folder, ".."));
  }
  const published = await scratch({ "program.ts": PROGRAM });
  emitDeclarations(
    files.map((file) => join(folder, file)),
    join(published, "client"),
  );
  return new Editor(published);
}

it.each(["sources", "declarations"] as const)("editors show types by name and lead to them, from %s", async (from) => {
  const open = await editor(from);
  const schemas = `schemas.gen${from === "sources" ? ".ts" : ".d.ts"}`;
  const declaration = { file: schemas, line: "export interface Note {" };

  // What a call resolves to.
  expect(open.hover("const |note =")).toBe("const note: Note");
  expect(open.hover("const |notes =")).toBe("const notes: Notes");
  expect(open.hover("const |first =")).toBe("const first: Note");
  expect(open.hover("const |viaClass =")).toBe("const viaClass: Note");
  expect(open.typeDefinitions("const |note =")).toEqual([declaration]);
  expect(open.typeDefinitions("const |viaClass =")).toEqual([declaration]);
  expect(open.typeDefinitions("const |byPlace")).toEqual([declaration]);

  // Properties, with what the description says of them.
  expect(open.definitions("note.|text;")).toEqual([{ file: schemas, line: "text: string;" }]);
  expect(open.hover("note.|text;")).toBe("(property) Note.text: string\nWhat it says.");

  // A function and its parameters.
  expect(open.hover("await |getNote(client, { id: 1, fields")).toBe(
    [
      "(alias) getNote(client: Client<{",
      "    token: true;",
      "}>, params: GetNoteParams, options?: RequestOptions): Promise<Note>",
      "import getNote",
      "Gets a note.",
      "",
      "Only notes of your own.",
      "",
      "`GET /notes/{id}`",
    ].join("\n"),
  );
  expect(open.hover("{ |id: 1, fields")).toBe("(property) id: number\nNumber of the note.");

  expect(open.problems()).toEqual(["Type 'Note' is not assignable to type 'number'."]);
});

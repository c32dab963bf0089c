import type { Files } from "./description.ts";

/** A change of the description, and what it must give. */
export interface Step {
  readonly what: string;
  edit(files: Files): void;
  readonly bump: "major" | "minor" | "patch" | undefined;
  readonly messages: readonly string[];
  /** The code before and after that the changeset shows. */
  readonly code?: readonly [before: string, after: string];
}

const paths = (files: Files): Files => files["openapi.yaml"].paths;
const schemas = (files: Files): Files => files["schemas.yaml"];

/** Twenty changes, one of each kind, each made to what the one before has left. */
export const HISTORY: readonly Step[] = [
  {
    what: "a new operation",
    edit: (files) => {
      const responses = { "204": { description: "Gone." } };
      paths(files)["/notes/{id}"].delete = {
        operationId: "deleteNote",
        tags: ["notes"],
        summary: "Delete a note",
        responses,
      };
    },
    bump: "minor",
    messages: ["`deleteNote` is new: Delete a note"],
  },
  {
    what: "an optional request field",
    edit: (files) => {
      schemas(files).NoteCreate.properties.color = { type: "string" };
    },
    bump: "minor",
    messages: ["`createNote` also takes `color`"],
  },
  {
    what: "a required request field",
    edit: (files) => {
      schemas(files).NoteCreate.properties.folder = { type: "integer", example: 7 };
      schemas(files).NoteCreate.required.push("folder");
    },
    bump: "major",
    messages: ["`createNote` now requires `folder`"],
    code: [
      'await createNote(client, { body: { text: "Milk" } });',
      'await createNote(client, { body: { text: "Milk", folder: 7 } });',
    ],
  },
  {
    what: "a new response field",
    edit: (files) => {
      schemas(files).Note.properties.pinned = { type: "boolean" };
    },
    bump: "minor",
    messages: ["`createNote`, `getNote` and `listNotes` also return `Note.pinned`"],
  },
  {
    what: "a response field that was removed",
    edit: (files) => {
      delete schemas(files).Note.properties.author;
      schemas(files).Note.required.pop();
    },
    bump: "major",
    messages: ["`createNote`, `getNote` and `listNotes` no longer return `Note.author`"],
    code: ["const author: string = result.author;", "// result.author was removed."],
  },
  {
    what: "null in a response",
    edit: (files) => {
      schemas(files).Note.properties.text = { type: ["string", "null"] };
    },
    bump: "major",
    messages: ["`createNote`, `getNote` and `listNotes` may return null for `Note.text`"],
    code: ["const text: string = result.text;", "const text: string | null = result.text;"],
  },
  {
    what: "a new value of an enumeration in a response",
    edit: (files) => {
      schemas(files).Note.properties.color.enum.push("green");
    },
    bump: "major",
    messages: ['`createNote`, `getNote` and `listNotes` may also return `"green"` for `Note.color`'],
    code: [
      'const color: "red" | "blue" | undefined = result.color;',
      'const color: "red" | "blue" | "green" | undefined = result.color;',
    ],
  },
  {
    what: "a value less in a request",
    edit: (files) => {
      paths(files)["/notes"].get.parameters[0].schema.enum = ["name"];
    },
    bump: "major",
    messages: ['`listNotes` no longer takes `"date"` for `sort`'],
  },
  {
    what: "another default",
    edit: (files) => {
      paths(files)["/notes"].get.parameters[1].schema.default = "all";
    },
    bump: "patch",
    messages: ['The default of `search` of `listNotes` is now `"all"`'],
  },
  {
    what: "a new optional parameter",
    edit: (files) => {
      paths(files)["/notes"].get.parameters.push({ name: "page", in: "query", schema: { type: "integer" } });
    },
    bump: "minor",
    messages: ["`listNotes` also takes `page`"],
  },
  {
    what: "a parameter in another place",
    edit: (files) => {
      paths(files)["/notes"].get.parameters[1].in = "header";
    },
    bump: "major",
    messages: ["`listNotes` now sends `search` as a header instead of in the query"],
  },
  {
    what: "a tighter limit",
    edit: (files) => {
      schemas(files).NoteCreate.properties.text.minLength = 3;
    },
    bump: "major",
    messages: ["`createNote` now requires `text` to have at least 3 characters instead of at least 1 character"],
  },
  {
    what: "a looser limit",
    edit: (files) => {
      schemas(files).NoteCreate.properties.text.maxLength = 200;
    },
    bump: "minor",
    messages: ["`createNote` now allows `text` to have at most 200 characters instead of at most 100 characters"],
  },
  {
    what: "another operationId",
    edit: (files) => {
      paths(files)["/notes/{id}"].get.operationId = "readNote";
    },
    bump: "major",
    messages: ["`getNote` is now `readNote`"],
    code: ["await getNote(client, { id: 1 });", "await readNote(client, { id: 1 });"],
  },
  {
    what: "another tag",
    edit: (files) => {
      files["openapi.yaml"].tags[1].name = "boxes";
      paths(files)["/folders"].get.tags = ["boxes"];
    },
    bump: "major",
    messages: ["The tag `folders` is now `boxes`, and the module `folders` is now `boxes`"],
    code: ['import * as folders from "@keynest/sdk/folders";', 'import * as boxes from "@keynest/sdk/boxes";'],
  },
  {
    what: "another method",
    edit: (files) => {
      const item = paths(files)["/notes/{id}"];
      item.patch = item.put;
      delete item.put;
    },
    bump: "major",
    messages: ["`replaceNote` now calls `PATCH /notes/{id}` instead of `PUT /notes/{id}`"],
  },
  {
    what: "another media type",
    edit: (files) => {
      paths(files)["/notes/{id}"].patch.requestBody.content = { "text/markdown": { schema: { type: "string" } } };
    },
    bump: "major",
    messages: [
      "`replaceNote` no longer takes a body of type `text/plain`",
      "`replaceNote` also takes a body of type `text/markdown`",
    ],
  },
  {
    what: "another credential",
    edit: (files) => {
      paths(files)["/folders"].get.security = [{ admin: [] }];
    },
    bump: "major",
    messages: ["`listFolders` no longer accepts `token`; it accepts `admin`"],
    code: ['const client = createClient({ auth: token("…") });', 'const client = createClient({ auth: admin("…") });'],
  },
  {
    what: "a status that was removed",
    edit: (files) => {
      delete paths(files)["/notes"].post.responses["409"];
    },
    bump: "major",
    messages: ["`createNote` no longer documents status `409`"],
    code: [
      "if (result.status === 409) console.log(result.error);",
      "// 409 is no longer documented: its body has no type.",
    ],
  },
  {
    what: "an operation that was removed",
    edit: (files) => {
      delete paths(files)["/folders"];
      paths(files)["/boxes"] = {
        get: {
          operationId: "listBoxes",
          tags: ["boxes"],
          deprecated: true,
          responses: { "204": { description: "Done." } },
        },
      };
    },
    bump: "major",
    messages: ["`listFolders` was removed (`GET /folders`)", "`listBoxes` is new"],
    code: ["await listFolders(client);", "// listFolders was removed."],
  },
];

/** Changes of the text of the description that change nothing for users. */
export const REFACTORINGS: readonly { readonly what: string; edit(files: Files): void }[] = [
  {
    what: "a schema that is split",
    edit: (files) => {
      const { Note } = schemas(files);
      const { id, ...properties } = Note.properties;
      files["schemas.yaml"].Identified = { type: "object", required: ["id"], properties: { id } };
      files["schemas.yaml"].Note = {
        description: Note.description,
        allOf: [{ $ref: "#/Identified" }, { type: "object", required: ["text", "author"], properties }],
      };
    },
  },
  {
    what: "another order",
    edit: (files) => {
      schemas(files).Note.required.reverse();
      schemas(files).Note.properties.color.enum.reverse();
      files["openapi.yaml"].paths = Object.fromEntries(Object.entries(paths(files)).reverse());
    },
  },
  {
    what: "parameters of each operation",
    edit: (files) => {
      const item = paths(files)["/notes/{id}"];
      for (const method of ["get", "put"]) item[method].parameters = item.parameters;
      delete item.parameters;
    },
  },
];

/** Refactorings that rename or remove an exported type. */
export const TYPES: readonly { readonly what: string; readonly message: string; edit(files: Files): void }[] = [
  {
    what: "a component with another name",
    message: "The type `NoteCreate` is now `NewNote`",
    edit: (files) => {
      const { NoteCreate, ...others } = schemas(files);
      files["schemas.yaml"] = { ...others, NewNote: NoteCreate };
      const [media] = Object.values<Files>(paths(files)["/notes"].post.requestBody.content);
      (media as Files).schema = { $ref: "schemas.yaml#/NewNote" };
    },
  },
  {
    what: "an inline schema in place of a component",
    message: "The type `NoteCreate` was removed",
    edit: (files) => {
      const [media] = Object.values<Files>(paths(files)["/notes"].post.requestBody.content);
      (media as Files).schema = structuredClone(schemas(files).NoteCreate);
      delete schemas(files).NoteCreate;
    },
  },
];

/** Changes that only document it better. */
export const TEXTS: readonly { readonly what: string; edit(files: Files): void }[] = [
  {
    what: "a description",
    edit: (files) => {
      schemas(files).Note.description = "A note that somebody took.";
    },
  },
  {
    what: "an example",
    edit: (files) => {
      schemas(files).NoteCreate.properties.text.example = "Bread";
    },
  },
];

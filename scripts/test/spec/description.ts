/** Loosely typed, because tests change it in any way. */
// biome-ignore lint/suspicious/noExplicitAny: a description is a tree of anything
export type Files = Record<string, any>;

/** A description of notes, in two files. */
export function description(): Files {
  const ok = (schema: unknown): unknown => ({ description: "Done.", content: { "application/json": { schema } } });
  const note = { $ref: "schemas.yaml#/Note" };
  const id = { name: "id", in: "path", required: true, schema: { type: "integer" }, example: 1 };
  return {
    "openapi.yaml": {
      openapi: "3.1.0",
      info: { title: "Notes", version: "1" },
      servers: [{ url: "https://notes.example.com" }],
      security: [{ token: [] }],
      tags: [{ name: "notes" }, { name: "folders" }],
      paths: {
        "/notes": {
          get: {
            operationId: "listNotes",
            tags: ["notes"],
            summary: "List notes",
            parameters: [
              { name: "sort", in: "query", schema: { type: "string", enum: ["name", "date"], default: "name" } },
              { name: "search", in: "query", schema: { type: "string" } },
            ],
            responses: { "200": ok({ type: "array", items: note }) },
          },
          post: {
            operationId: "createNote",
            tags: ["notes"],
            summary: "Create a note",
            requestBody: {
              required: true,
              content: { "application/json": { schema: { $ref: "schemas.yaml#/NoteCreate" } } },
            },
            responses: { "201": ok(note), "409": { description: "There is such a note." } },
          },
        },
        "/notes/{id}": {
          parameters: [id],
          get: { operationId: "getNote", tags: ["notes"], summary: "Get a note", responses: { "200": ok(note) } },
          put: {
            operationId: "replaceNote",
            tags: ["notes"],
            summary: "Replace a note",
            requestBody: { content: { "text/plain": { schema: { type: "string" } } } },
            responses: { "204": { description: "Done." } },
          },
        },
        "/folders": {
          get: {
            operationId: "listFolders",
            tags: ["folders"],
            summary: "List folders",
            responses: { "200": ok({ type: "array", items: { type: "string" } }) },
          },
        },
      },
      components: {
        securitySchemes: {
          token: { type: "apiKey", in: "header", name: "X-Token" },
          admin: { type: "apiKey", in: "header", name: "X-Admin" },
        },
      },
    },
    "schemas.yaml": {
      Note: {
        type: "object",
        description: "A note.",
        required: ["id", "text", "author"],
        properties: {
          id: { type: "integer" },
          text: { type: "string" },
          author: { type: "string" },
          color: { type: "string", enum: ["red", "blue"] },
        },
      },
      NoteCreate: {
        type: "object",
        required: ["text"],
        properties: { text: { type: "string", minLength: 1, maxLength: 100, example: "Milk" } },
      },
    },
  };
}

import { object, operation, type Part, returns, type } from "../descriptions.ts";
import { type Case, json, note, ok, text } from "./case.ts";

/** Two headers, of which these are always there. */
function twoHeaders(required: readonly string[]): Part {
  return Object.fromEntries(
    ["X-A", "X-B"].map((name) => [name, { schema: text, ...(required.includes(name) && { required: true }) }]),
  );
}

export const responses: readonly Case[] = [
  {
    what: "a further failure",
    base: operation({ responses: { "204": ok } }),
    head: operation({ responses: { "204": ok, "409": { description: "Taken.", content: json(note) } } }),
    lines: ["feature status-added: `makeNote` now documents status `409`"],
  },
  {
    what: "a failure of another body than that of all others",
    base: operation({ responses: { "204": ok, default: { ...ok, content: json(note) } } }),
    head: operation({ responses: { "204": ok, "409": ok, default: { ...ok, content: json(note) } } }),
    lines: ["breaking status-added: `makeNote` may also return status `409` with a different error"],
  },
  {
    what: "a failure of another body than that of its range",
    base: operation({ responses: { "204": ok, "4XX": { ...ok, content: json(note) } } }),
    head: operation({ responses: { "204": ok, "409": ok, "4XX": { ...ok, content: json(note) } } }),
    lines: ["breaking status-added: `makeNote` may also return status `409` with a different error"],
  },
  {
    what: "a success of another body than that of all responses",
    base: operation({ responses: { default: { ...ok, content: json(note) } } }),
    head: operation({ responses: { "204": ok, default: { ...ok, content: json(note) } } }),
    lines: ["breaking status-added: `makeNote` may also return status `204` with a different result"],
  },
  {
    what: "a failure of the same body as all others",
    base: operation({ responses: { "204": ok, default: { ...ok, content: json(note) } } }),
    head: operation({
      responses: { "204": ok, "409": { ...ok, content: json(note) }, default: { ...ok, content: json(note) } },
    }),
    lines: ["feature status-added: `makeNote` now documents status `409`"],
  },
  {
    what: "a header that may be missing, and one that is always there",
    base: operation({ responses: { "204": { ...ok, headers: twoHeaders(["X-A"]) } } }),
    head: operation({ responses: { "204": { ...ok, headers: twoHeaders(["X-B"]) } } }),
    lines: [
      "breaking header-required: `makeNote` may leave out the header `X-A` with status 204",
      "feature header-required: `makeNote` always returns the header `X-B` with status 204",
    ],
  },
  {
    what: "the description of a header",
    base: operation({ responses: { "204": { ...ok, headers: { "X-A": { schema: text } } } } }),
    head: operation({ responses: { "204": { ...ok, headers: { "X-A": { schema: text, description: "A." } } } } }),
    lines: [
      "documentation header-text-changed: The header `X-A` of `makeNote` with status 204 is documented differently",
    ],
  },
  {
    what: "a further success of the same body",
    base: operation({ responses: { "200": { ...ok, content: json(note) } } }),
    head: operation({ responses: { "200": { ...ok, content: json(note) }, "201": { ...ok, content: json(note) } } }),
    lines: ["feature status-added: `makeNote` may also return status `201`"],
  },
  {
    what: "a further success of another body",
    base: operation({ responses: { "200": { ...ok, content: json(note) } } }),
    head: operation({ responses: { "200": { ...ok, content: json(note) }, "204": ok } }),
    lines: ["breaking status-added: `makeNote` may also return status `204` with a different result"],
  },
  {
    what: "a status that was removed",
    base: operation({ responses: { "204": ok, "404": ok } }),
    head: operation({ responses: { "204": ok } }),
    lines: ["breaking status-removed: `makeNote` no longer documents status `404`"],
  },
  {
    what: "a field of an error",
    base: operation({ responses: { "204": ok, "404": { ...ok, content: json(note) } } }),
    head: operation({ responses: { "204": ok, "404": { ...ok, content: json(object({})) } } }),
    lines: ["breaking property-removed: `makeNote` no longer returns `text` with status 404"],
  },
  {
    what: "a result in another media type",
    base: returns(text),
    head: operation({ responses: { "200": { ...ok, content: { ...json(text), "text/csv": { schema: note } } } } }),
    lines: ["breaking media-type-added: `makeNote` may also return `text/csv`"],
  },
  {
    what: "a result in a further media type of the same data",
    base: returns(text),
    head: operation({
      responses: { "200": { ...ok, content: { ...json(text), "application/hal+json": { schema: text } } } },
    }),
    lines: ["feature media-type-added: `makeNote` may also return `application/hal+json`"],
  },
  {
    what: "no result any more",
    base: returns(text),
    head: operation({ responses: { "200": ok } }),
    lines: ["breaking response-body-changed: `makeNote` no longer returns a body with status 200"],
  },
  {
    what: "parts of a form in another encoding, in a response",
    base: operation({ responses: { "200": { ...ok, content: { "multipart/form-data": { schema: note } } } } }),
    head: operation({
      responses: {
        "200": {
          ...ok,
          content: { "multipart/form-data": { schema: note, encoding: { text: { contentType: "text/csv" } } } },
        },
      },
    }),
    lines: ["breaking encoding-changed: `makeNote` encodes the parts of `multipart/form-data` differently"],
  },
  {
    what: "the description of a response",
    base: operation({ responses: { "200": { description: "A." } } }),
    head: operation({ responses: { "200": { description: "B." } } }),
    lines: ["documentation response-text-changed: Status 200 of `makeNote` is documented differently"],
  },
  {
    what: "headers of a response",
    base: operation({ responses: { "200": { ...ok, headers: { "X-Old": { schema: text } } } } }),
    head: operation({ responses: { "200": { ...ok, headers: { "X-New": { schema: text } } } } }),
    lines: [
      "breaking header-removed: `makeNote` no longer returns the header `X-Old` with status 200",
      "feature header-added: `makeNote` also returns the header `X-New` with status 200",
    ],
  },
  {
    what: "a header of another type",
    base: operation({ responses: { "204": { ...ok, headers: { "X-Left": { schema: type("integer") } } } } }),
    head: operation({ responses: { "204": { ...ok, headers: { "x-left": { schema: text } } } } }),
    lines: ["breaking type-changed: `makeNote` now returns `x-left` as `string` instead of `number`"],
  },
  {
    what: "content of a response that cannot have a body",
    base: operation({ responses: { "204": { ...ok, content: json(note) } } }),
    head: operation({ responses: { "204": { ...ok, content: json(object({ color: text })) } } }),
    lines: [],
  },
];

import { operation, takes, type } from "../descriptions.ts";
import { type Case, json, note, text } from "./case.ts";

export const bodies: readonly Case[] = [
  {
    what: "a required body",
    base: operation({}),
    head: takes(note),
    lines: ["breaking body-added: `makeNote` now requires a body"],
  },
  {
    what: "an optional body",
    base: operation({}),
    head: operation({ requestBody: { content: json(note) } }),
    lines: ["feature body-added: `makeNote` also takes a body"],
  },
  {
    what: "no body",
    base: takes(note),
    head: operation({}),
    lines: ["breaking body-removed: `makeNote` no longer takes a body"],
  },
  {
    what: "a body that became optional",
    base: takes(note),
    head: operation({ requestBody: { content: json(note) } }),
    lines: [
      "breaking arguments-changed: The method `notes.makeNote` now takes `body` instead of the fields of the body",
      "feature body-required: `makeNote` no longer requires a body",
    ],
  },
  {
    what: "a body without a media type",
    base: takes(note),
    head: operation({ requestBody: { content: {} } }),
    lines: ["breaking body-removed: `makeNote` no longer takes a body"],
  },
  {
    what: "the description of a body",
    base: operation({ requestBody: { content: json(text), description: "A." } }),
    head: operation({ requestBody: { content: json(text), description: "B." } }),
    lines: ["documentation body-text-changed: The body of `makeNote` is documented differently"],
  },
  {
    what: "a further media type",
    base: operation({ requestBody: { content: json(text) } }),
    head: operation({ requestBody: { content: { ...json(text), "text/csv": { schema: text } } } }),
    lines: ["feature media-type-added: `makeNote` also takes a body of type `text/csv`"],
  },
  {
    what: "another media type",
    base: operation({ requestBody: { content: json(text) } }),
    head: operation({ requestBody: { content: { "text/csv": { schema: text } } } }),
    lines: [
      "breaking media-type-removed: `makeNote` no longer takes a body of type `application/json`",
      "feature media-type-added: `makeNote` also takes a body of type `text/csv`",
    ],
  },
  {
    what: "another first media type, of the same data",
    base: operation({ requestBody: { content: { ...json(text), "text/csv": { schema: text } } } }),
    head: operation({ requestBody: { content: { "text/csv": { schema: text }, ...json(text) } } }),
    lines: [
      "fix default-media-type-changed: Without a `contentType`, `makeNote` now sends `text/csv` instead of `application/json`",
    ],
  },
  {
    what: "another first media type, of other data",
    base: operation({ requestBody: { content: json(note) } }),
    head: operation({ requestBody: { content: { "text/csv": { schema: text }, ...json(note) } } }),
    lines: [
      "breaking default-media-type-changed: Without a `contentType`, `makeNote` now sends `text/csv` instead of `application/json`",
      "feature media-type-added: `makeNote` also takes a body of type `text/csv`",
    ],
  },
  {
    what: "parts of a form in another encoding",
    base: operation({ requestBody: { content: { "multipart/form-data": { schema: type("object") } } } }),
    head: operation({
      requestBody: {
        content: { "multipart/form-data": { schema: type("object"), encoding: { a: { contentType: "text/csv" } } } },
      },
    }),
    lines: ["breaking encoding-changed: `makeNote` encodes the parts of `multipart/form-data` differently"],
  },
  {
    what: "an example of a body",
    base: takes(text),
    head: operation({
      requestBody: { required: true, content: { "application/json": { schema: text, example: "a" } } },
    }),
    lines: ["documentation media-example-changed: The body of `makeNote` has different examples"],
  },
];

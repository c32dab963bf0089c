import { api, object, type Part, type } from "../descriptions.ts";
import { type Case, json, note, ok, query, text } from "./case.ts";

const hook = (name: string, schema: Part, rest: Part = {}): Part =>
  api({
    webhooks: { [name]: { post: { requestBody: { content: json(schema) }, responses: { "204": ok }, ...rest } } },
  });

/** A webhook whose receivers respond with this. */
const respondedWith = (schema: Part): Part =>
  hook("note.made", note, { responses: { "200": { ...ok, content: json(schema) } } });

export const webhooks: readonly Case[] = [
  {
    what: "a new field of a webhook",
    base: hook("note.made", note),
    head: hook("note.made", object({ text, id: text })),
    lines: ["feature property-added: The webhook `note.made` also sends `id`"],
  },
  {
    what: "one field less",
    base: hook("note.made", object({ text, id: text })),
    head: hook("note.made", note),
    lines: ["breaking property-removed: The webhook `note.made` no longer sends `id`"],
  },
  {
    what: "another webhook",
    base: hook("note.made", note),
    head: hook("note.gone", note),
    lines: [
      "breaking webhook-removed: The webhook `note.made` was removed",
      "feature webhook-added: There is a new webhook `note.gone`",
    ],
  },
  {
    what: "the description of a webhook",
    base: hook("note.made", note),
    head: hook("note.made", note, { summary: "A note." }),
    lines: ["documentation webhook-text-changed: The webhook `note.made` is documented differently"],
  },
  {
    what: "other headers of a webhook",
    base: hook("note.made", note, { parameters: [query("webhook-id", { in: "header" })] }),
    head: hook("note.made", note, { parameters: [query("webhook-signature", { in: "header" })] }),
    lines: [
      "breaking webhook-parameter-removed: The webhook `note.made` no longer sends the header `webhook-id`",
      "feature webhook-parameter-added: The webhook `note.made` also sends the header `webhook-signature`",
    ],
  },
  {
    what: "a header of a webhook that may be missing",
    base: hook("note.made", note, { parameters: [query("webhook-id", { in: "header", required: true })] }),
    head: hook("note.made", note, { parameters: [query("webhook-id", { in: "header" })] }),
    lines: ["breaking webhook-parameter-required: The webhook `note.made` may leave out the header `webhook-id`"],
  },
  {
    what: "a header of a webhook of another type",
    base: hook("note.made", note, { parameters: [query("webhook-id", { in: "header" })] }),
    head: hook("note.made", note, {
      parameters: [query("Webhook-Id", { in: "header", schema: type("integer") })],
    }),
    lines: ["breaking type-changed: The webhook `note.made` now sends `Webhook-Id` as `number` instead of `string`"],
  },
  {
    what: "another response to a webhook",
    base: hook("note.made", note),
    head: hook("note.made", note, { responses: { "200": ok } }),
    lines: [
      "breaking webhook-response-removed: The webhook `note.made` no longer accepts `204` as a response",
      "feature webhook-response-added: The webhook `note.made` also accepts `200` as a response",
    ],
  },
  {
    what: "no body of a webhook",
    base: hook("note.made", note),
    head: hook("note.made", note, { requestBody: { content: {} } }),
    lines: ["breaking body-removed: The webhook `note.made` no longer sends a body"],
  },
  {
    what: "a field that receivers must respond with",
    base: respondedWith(object({ "text?": text })),
    head: respondedWith(note),
    lines: ["breaking property-required: The webhook `note.made` now requires `text`"],
  },
];

import { operation, type Part } from "../descriptions.ts";
import type { Case } from "./case.ts";

const key = (name: string, rest: Part = {}): Part => ({ type: "apiKey", in: "header", name, ...rest });
const twoKeys = { securitySchemes: { token: key("X-Token"), admin: key("X-Admin") } };
const secured = (security: unknown, components: Part = twoKeys): Part => operation({ security }, components);

export const security: readonly Case[] = [
  {
    what: "a credential where none was needed",
    base: secured([]),
    head: secured([{ token: [] }]),
    lines: ["breaking security-changed: `makeNote` now needs `token`"],
  },
  {
    what: "no credential where one was needed",
    base: secured([{ token: [] }]),
    head: secured([]),
    lines: ["feature security-changed: `makeNote` no longer needs a credential"],
  },
  {
    what: "another credential",
    base: secured([{ token: [] }]),
    head: secured([{ admin: [] }]),
    lines: ["breaking security-changed: `makeNote` no longer accepts `token`; it accepts `admin`"],
  },
  {
    what: "a further way",
    base: secured([{ token: [] }]),
    head: secured([{ admin: [] }, { token: [] }]),
    lines: ["feature security-changed: `makeNote` also accepts `admin`"],
  },
  {
    what: "a credential that was not needed",
    base: secured([{ token: [] }, {}]),
    head: secured([{}]),
    lines: ["fix security-changed: `makeNote` no longer sends `token`"],
  },
  {
    what: "two credentials at once",
    base: secured([{ token: [] }]),
    head: secured([{ token: [], admin: [] }]),
    lines: ["breaking security-changed: `makeNote` no longer accepts `token`; it accepts `token with admin`"],
  },
  {
    what: "a further scope",
    base: secured([{ token: ["read"] }]),
    head: secured([{ token: ["read", "write"] }]),
    lines: ["breaking security-changed: `makeNote` no longer accepts `token (read)`; it accepts `token (read, write)`"],
  },
  {
    what: "a new scheme, and one that was removed",
    base: operation({}, { securitySchemes: { token: key("X-Token") } }),
    head: operation({}, { securitySchemes: { admin: key("X-Admin") } }),
    lines: [
      "breaking scheme-removed: The credential `token` was removed",
      "feature scheme-added: There is a new credential `admin`",
    ],
  },
  {
    what: "a scheme that is sent differently",
    base: operation({}, { securitySchemes: { token: key("X-Token") } }),
    head: operation({}, { securitySchemes: { token: key("X-Other") } }),
    lines: ["breaking scheme-changed: The credential `token` is sent differently"],
  },
  {
    what: "a credential with another name",
    base: secured([{ token: [] }], { securitySchemes: { token: key("X-Token") } }),
    head: secured([{ secret: [] }], { securitySchemes: { secret: key("X-Token") } }),
    lines: ["breaking credential-renamed: The credential `token` is now `secret`"],
  },
  {
    what: "the description of a scheme",
    base: operation({}, { securitySchemes: { token: key("X-Token") } }),
    head: operation({}, { securitySchemes: { token: key("X-Token", { description: "A token." }) } }),
    lines: ["documentation scheme-text-changed: The credential `token` is documented differently"],
  },
];

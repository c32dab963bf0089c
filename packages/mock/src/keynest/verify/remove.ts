import type { Leftover, Mess } from "../../verify/cleanup.ts";
import type { HeaderFields } from "../../verify/credentials.ts";
import type { Call } from "../../verify/request-values.ts";
import { NoAnswer } from "../../verify/send-request.ts";
import { bodyOf, type Suite } from "../../verify/suite.ts";
import { field, idOf, textOf } from "./field.ts";

/** A thing that a run makes, told by its name from everything else on the server. */
export interface Made extends Mess {
  readonly ids: Set<string | number>;
}

interface Kind {
  readonly what: string;
  /** The random name of the thing. */
  readonly name: string;
  readonly list: string;
  readonly remove: string;
  /** The call that removes a thing, by its ID. */
  callFor(id: string | number): Call;
  /** The ID of a thing in the list that has the name. */
  idIn(row: unknown): string | number | undefined;
}

/** The most pages that are searched for a thing that was made without telling its ID. */
const MAX_PAGES = 50;

/** Removes the things of a kind that a run has made: those whose IDs it knows, and those that have its name. */
export function made(suite: Suite, headers: HeaderFields, kind: Kind): Made {
  const ids = new Set<string | number>();
  return {
    what: `${kind.what} ${kind.name}`,
    ids,
    async remove() {
      // Without the list, what it would tell is missing, and not the path of what is known.
      const found = await search(suite, headers, kind).catch(silence);
      for (const id of new Set([...ids, ...(found ?? [])])) {
        const left = await removeOne(suite, headers, kind, id);
        if (left) return left;
      }
      // An answer that it is gone, or was never there, is worth no more than the list.
      const [still] = found?.length ? ((await search(suite, headers, kind).catch(silence)) ?? []) : [];
      if (still !== undefined) return { ...leftoverOf(suite, kind, still), reason: `${kind.list} still has it` };
      // When it was made, its ID came, unless the answer was lost. Then only the list tells.
      if (found || ids.size > 0) return undefined;
      return { what: `${kind.what} ${kind.name}`, reason: `may be there: ${kind.list} could not be read` };
    },
  };
}

async function removeOne(
  suite: Suite,
  headers: HeaderFields,
  kind: Kind,
  id: string | number,
): Promise<Leftover | undefined> {
  const left = leftoverOf(suite, kind, id);
  try {
    const { status } = await suite.send(kind.remove, kind.callFor(id), headers);
    if ((status >= 200 && status < 300) || status === 404 || status === 410) return undefined;
    const method = suite.operation(kind.remove).method.toUpperCase();
    return { ...left, reason: `${method} ${left.path} answered ${status}` };
  } catch (error) {
    silence(error);
    return { ...left, reason: `the server ${(error as NoAnswer).message}` };
  }
}

/** Takes no answer as one that tells nothing. */
function silence(error: unknown): undefined {
  if (!(error instanceof NoAnswer)) throw error;
}

function leftoverOf(suite: Suite, { what, name, remove }: Kind, id: string | number): { what: string; path: string } {
  const { path } = suite.operation(remove);
  return { what: `${what} ${name}`, path: path.replace(/\{[^}]+\}/, encodeURIComponent(String(id))) };
}

/** @returns the IDs of things with the name, or undefined when the list cannot be read */
async function search(suite: Suite, headers: HeaderFields, kind: Kind): Promise<(string | number)[] | undefined> {
  const found: (string | number)[] = [];
  let query: Record<string, string> = {};
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer = await suite.send(kind.list, { query }, headers);
    const body = answer.status === 200 ? bodyOf(answer) : undefined;
    const rows = Array.isArray(body) ? body : field(body, "results");
    if (!Array.isArray(rows)) return page === 0 ? undefined : found;
    found.push(...rows.flatMap((row) => kind.idIn(row) ?? []));
    const next = textOf(body, "next");
    if (!next || !URL.canParse(next)) return found;
    query = Object.fromEntries(new URL(next).searchParams);
  }
  return found;
}

export function organizationKind(name: string): Kind {
  return {
    what: "organization",
    name,
    list: "listOrganizations",
    remove: "deleteOrganization",
    callFor: (id) => ({ path: { id } }),
    idIn: (row) => (textOf(row, "name")?.startsWith(name) ? idOf(row) : undefined),
  };
}

export function keyKind(name: string): Kind {
  return {
    what: "API key",
    name,
    list: "listKeys",
    remove: "deleteKey",
    callFor: (uuid) => ({ path: { uuid } }),
    idIn: (row) => (textOf(row, "name")?.startsWith(name) ? idOf(row, "uuid") : undefined),
  };
}

export function clientKind(name: string): Kind {
  return {
    what: "client",
    name,
    list: "listClients",
    remove: "deleteClient",
    callFor: (id) => ({ body: { client_id: id } }),
    idIn: (row) => (textOf(row, "client_id")?.startsWith(name) ? idOf(row, "client_id") : undefined),
  };
}

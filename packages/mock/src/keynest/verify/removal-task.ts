import type { CleanupTask, Leftover } from "../../verify/cleanup.ts";
import type { HeaderFields } from "../../verify/credentials.ts";
import type { RequestValues } from "../../verify/outgoing-request.ts";
import { NoResponse } from "../../verify/send-request.ts";
import { bodyOf, type Suite } from "../../verify/suite.ts";
import { field, idOf, textOf } from "./read-field.ts";

/** Deletes an object that a run creates, which its name tells from all others on the server. */
export interface RemovalTask extends CleanupTask {
  readonly ids: Set<string | number>;
}

interface Kind {
  readonly what: string;
  /** The random name of the object. */
  readonly name: string;
  readonly list: string;
  readonly remove: string;
  /** Makes the values of the request that deletes an object. */
  callFor(id: string | number): RequestValues;
  /** Reads the ID of an object in the list, if it has the name. */
  idIn(row: unknown): string | number | undefined;
}

/** The maximum number of pages to search for an object whose ID is not known. */
const MAX_PAGES = 50;

/** Deletes the objects of a kind that a run has created: those with known IDs, and those with its name. */
export function removalTask(suite: Suite, headers: HeaderFields, kind: Kind): RemovalTask {
  const ids = new Set<string | number>();
  return {
    what: `${kind.what} ${kind.name}`,
    ids,
    async remove() {
      // Without the list, the known IDs still have paths.
      const found = await search(suite, headers, kind).catch(ignoreNoResponse);
      for (const id of new Set([...ids, ...(found ?? [])])) {
        const left = await removeOne(suite, headers, kind, id);
        if (left) return left;
      }
      // Whatever the response to the deletion, the list must not have the object any more.
      const [still] = found?.length ? ((await search(suite, headers, kind).catch(ignoreNoResponse)) ?? []) : [];
      if (still !== undefined) return { ...leftoverOf(suite, kind, still), reason: `${kind.list} still has it` };
      // If the response with its ID was lost, only the list says whether the object exists.
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
    return { ...left, reason: `${method} ${left.path} responded with ${status}` };
  } catch (error) {
    ignoreNoResponse(error);
    return { ...left, reason: `the server ${(error as NoResponse).message}` };
  }
}

/** Ignores a missing response. */
function ignoreNoResponse(error: unknown): undefined {
  if (!(error instanceof NoResponse)) throw error;
}

function leftoverOf(suite: Suite, { what, name, remove }: Kind, id: string | number): { what: string; path: string } {
  const { path } = suite.operation(remove);
  return { what: `${what} ${name}`, path: path.replace(/\{[^}]+\}/, encodeURIComponent(String(id))) };
}

/** @returns the IDs of objects with the name, or undefined when the list cannot be read */
async function search(suite: Suite, headers: HeaderFields, kind: Kind): Promise<(string | number)[] | undefined> {
  const found: (string | number)[] = [];
  let query: Record<string, string> = {};
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const response = await suite.send(kind.list, { query }, headers);
    const body = response.status === 200 ? bodyOf(response) : undefined;
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

import type { Role } from "@keynest/sdk";

export interface Organization {
  name: string;
  /** By user name. */
  members: Map<string, Role>;
}

export interface Project {
  organization: number;
  name: string;
  createdBy: string;
}

export interface Environment {
  project: number;
  name: string;
  createdBy: string;
}

export interface Variable {
  environment: number;
  key: string;
  value: string;
}

export type Kind = "organizations" | "projects" | "environments" | "variables";

const RANK: Record<Role, number> = { viewer: 0, editor: 1, admin: 2 };

/** No object of a run has such an id. */
const UNKNOWN_ID = 999_999;

/** Objects of a kind by id, and the ids of those that are gone. */
export class Shelf<Item> {
  readonly items: Map<number, Item> = new Map();
  readonly #ids: number[] = [];

  add(id: number, item: Item): void {
    if (this.#ids.includes(id)) throw new Error(`The id ${id} is given a second time.`);
    this.#ids.push(id);
    this.items.set(id, item);
  }

  /** All ids that were ever given, and one that never was. */
  get ids(): readonly number[] {
    return [...this.#ids, UNKNOWN_ID];
  }

  /** An object that is there. */
  get(id: number): Item {
    return this.items.get(id) as Item;
  }

  /** The objects for which something holds, with their ids. */
  where(holds: (item: Item) => boolean): [number, Item][] {
    return [...this.items].filter(([, item]) => holds(item));
  }

  deleteWhere(holds: (item: Item) => boolean): void {
    for (const [id] of this.where(holds)) this.items.delete(id);
  }
}

/** What a KeyNest has to remember, and who may do what: maps, and nothing else. */
export class Model {
  readonly organizations: Shelf<Organization> = new Shelf();
  readonly projects: Shelf<Project> = new Shelf();
  readonly environments: Shelf<Environment> = new Shelf();
  readonly variables: Shelf<Variable> = new Shelf();

  /** An id for a user to try: mostly of an object that the user may see, now and then any. */
  pick(user: string, kind: Kind, choice: number): number {
    const seen = [...this[kind].items.keys()].filter((id) => this.role(user, kind, id) !== undefined);
    const ids = seen.length === 0 || choice % 10 === 0 ? this[kind].ids : seen;
    return ids[choice % ids.length] as number;
  }

  /** The role of a user; undefined when the user may not know of the object, or it is gone. */
  role(user: string, kind: Kind, id: number): Role | undefined {
    const variable = kind === "variables" ? this.variables.items.get(id) : undefined;
    const environmentId = kind === "environments" ? id : variable?.environment;
    const environment = environmentId === undefined ? undefined : this.environments.items.get(environmentId);
    const projectId = kind === "projects" ? id : environment?.project;
    const project = projectId === undefined ? undefined : this.projects.items.get(projectId);
    const organizationId = kind === "organizations" ? id : project?.organization;
    return organizationId === undefined ? undefined : this.organizations.items.get(organizationId)?.members.get(user);
  }

  deleteOrganization(id: number): void {
    for (const [project] of this.projects.where(({ organization }) => organization === id)) this.deleteProject(project);
    this.organizations.items.delete(id);
  }

  deleteProject(id: number): void {
    for (const [environment] of this.environments.where(({ project }) => project === id)) {
      this.deleteEnvironment(environment);
    }
    this.projects.items.delete(id);
  }

  deleteEnvironment(id: number): void {
    this.variables.deleteWhere(({ environment }) => environment === id);
    this.environments.items.delete(id);
  }

  /** What an environment holds, by key. */
  valuesOf(id: number): Record<string, string> {
    const variables = this.variables.where(({ environment }) => environment === id);
    return Object.fromEntries(variables.map(([, { key, value }]) => [key, value]));
  }

  /** Whether a user is in an organization of this name. */
  hasOrganization(user: string, name: string, exceptId?: number): boolean {
    const found = this.organizations.where((one) => one.name === name && one.members.has(user));
    return found.some(([id]) => id !== exceptId);
  }

  /** Whether a project has an environment of this name, in whatever case. */
  hasEnvironment(projectId: number, name: string, exceptId?: number): boolean {
    const found = this.environments.where((one) => one.project === projectId && one.name === name.toLowerCase());
    return found.some(([id]) => id !== exceptId);
  }

  idOfKey(environmentId: number, wanted: string): number | undefined {
    return this.variables.where(({ environment, key }) => environment === environmentId && key === wanted)[0]?.[0];
  }
}

/**
 * The status that a request gets.
 *
 * @param role - of the user; undefined when there is no such object for the user
 * @param needed - the lowest role that will do
 * @param success - the status if nothing else is wrong
 * @param unknown - the status when there is no such object
 */
export function statusFor(role: Role | undefined, needed: Role, success: number, unknown = 404): number {
  if (role === undefined) return unknown;
  return RANK[role] < RANK[needed] ? 403 : success;
}

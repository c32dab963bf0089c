import type { MockResponse } from "../../server/mock-response.ts";
import { addAuditLog } from "./audit-logs.ts";
import { created, noContent, numberOf, ok, pathId, queryOf, type UserCall } from "./call.ts";
import type { SqlValues } from "./database.ts";
import { notFound, validationFailed } from "./errors.ts";
import { page } from "./pages.ts";
import { findProject, projectOf } from "./projects.ts";
import { type Role, requireRole } from "./roles.ts";
import { isoTime } from "./times.ts";

/** An environment as a member of its organization sees it. */
export interface Environment {
  id: number;
  name: string;
  project: number;
  project_name: string;
  environment_type: string;
  description: string | null;
  created_at: number;
  updated_at: number;
  created_by_name: string;
  variable_count: number;
  organization: number;
  organization_name: string;
  role: Role;
}

interface Fields {
  name: string;
  environment_type: string;
  description: string | null;
}

const COLUMNS = `e.id, e.name, e.project_id AS project, p.name AS project_name, e.environment_type, e.description,
  e.created_at, e.updated_at, u.full_name AS created_by_name,
  (SELECT count(*) FROM variables v WHERE v.environment_id = e.id) AS variable_count,
  o.id AS organization, o.name AS organization_name, m.role`;

const FROM = `environments e JOIN projects p ON p.id = e.project_id JOIN organizations o ON o.id = p.organization_id
  JOIN users u ON u.id = e.created_by JOIN members m ON m.organization_id = o.id AND m.user_id = :user`;

export function listEnvironments(call: UserCall): MockResponse {
  return list(call, "(:project IS NULL OR p.id = :project) AND (:type IS NULL OR e.environment_type = :type)", {
    project: numberOf(call, "project"),
    type: queryOf(call, "environment_type") ?? null,
  });
}

export function listProjectEnvironments(call: UserCall): MockResponse {
  return list(call, "p.id = :project", { project: projectOf(call, pathId(call, "project_id")).id });
}

export function createEnvironment(call: UserCall): MockResponse {
  const {
    project: projectId,
    environment_type = "development",
    description = null,
    ...body
  } = call.body as Fields & {
    project: number;
  };
  const project = Number.isSafeInteger(projectId) ? findProject(call, projectId) : undefined;
  if (!project) throw validationFailed({ project: [`Invalid pk "${projectId}" - object does not exist.`] });
  requireRole(project.role, "editor");
  const name = checkName(call, body.name, project.id, 0);
  const now = call.now();
  const id = call.database.insert("environments", {
    project_id: project.id,
    name,
    environment_type,
    description,
    created_by: call.user.id,
    created_at: now,
    updated_at: now,
  });
  const environment = environmentOf(call, id);
  logEnvironment(call, "environment_created", environment);
  return created(view(environment));
}

export function getEnvironment(call: UserCall): MockResponse {
  return ok(view(environmentOf(call)));
}

export function updateEnvironment(call: UserCall): MockResponse {
  const { id, project, role } = environmentOf(call);
  requireRole(role, "editor");
  const { name, environment_type, description } = call.body as Partial<Fields>;
  call.database.update("environments", id, {
    name: name === undefined ? undefined : checkName(call, name, project, id),
    environment_type,
    description,
    updated_at: call.now(),
  });
  const environment = environmentOf(call, id);
  logEnvironment(call, "environment_updated", environment);
  return ok(view(environment));
}

/** Deletes an environment with its variables. */
export function deleteEnvironment(call: UserCall): MockResponse {
  const environment = environmentOf(call);
  requireRole(environment.role, "editor");
  logEnvironment(call, "environment_deleted", environment);
  call.database.run("DELETE FROM environments WHERE id = :id", { id: environment.id });
  return noContent;
}

/**
 * Reads an environment of an organization of the calling user.
 *
 * @param id - its ID; the default is the one in the path
 * @throws {Refusal} 404 if there is none, or the user may not see it
 */
export function environmentOf(call: UserCall, id: number = pathId(call, "id")): Environment {
  const environment = findEnvironment(call, id);
  if (!environment) throw notFound();
  return environment;
}

/** @returns undefined when there is none, or the user may not see it */
export function findEnvironment({ database, user }: UserCall, id: number): Environment | undefined {
  return database.get<Environment>(`SELECT ${COLUMNS} FROM ${FROM} WHERE e.id = :id`, { id, user: user.id });
}

/** Adds an entry about an environment to the audit log. */
export function logEnvironment(
  call: UserCall,
  action: string,
  { id, name, project_name, organization }: Environment,
  more: object = {},
): void {
  const details = { environment_name: name, project_name, ...more };
  addAuditLog(call, call.user.id, {
    action,
    targetType: "environment",
    targetId: id,
    organizationId: organization,
    details,
  });
}

function list(call: UserCall, where: string, parameters: SqlValues): MockResponse {
  return page(call, {
    columns: COLUMNS,
    from: `${FROM} WHERE ${where}`,
    order: "e.id",
    parameters: { user: call.user.id, ...parameters },
    view,
  });
}

/** @returns the name as it is stored, in lower case */
function checkName({ database }: UserCall, given: string, project: number, id: number): string {
  const name = given.toLowerCase();
  if (!/^[\w-]+$/.test(name)) {
    throw validationFailed({ name: ["Environment name can only contain letters, digits, hyphens and underscores."] });
  }
  const sql = "SELECT 1 FROM environments WHERE project_id = :project AND name = :name AND id <> :id";
  if (database.get(sql, { project, name, id })) {
    throw validationFailed({ name: ["An environment with this name already exists in this project."] });
  }
  return name;
}

function view({ organization: _, organization_name: __, role: ___, ...environment }: Environment): object {
  return { ...environment, created_at: isoTime(environment.created_at), updated_at: isoTime(environment.updated_at) };
}

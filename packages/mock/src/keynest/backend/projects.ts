import type { MockResponse } from "../../server/mock-response.ts";
import { addAuditLog } from "./audit-logs.ts";
import { created, noContent, numberOf, ok, pathId, queryOf, type UserCall } from "./call.ts";
import { notFound, validationFailed } from "./errors.ts";
import { findOrganization } from "./organizations.ts";
import { page } from "./pages.ts";
import { type Role, requireRole } from "./roles.ts";
import { isoTime } from "./times.ts";

/** A project as a member of its organization sees it. */
export interface Project {
  id: number;
  name: string;
  description: string | null;
  organization: number;
  organization_name: string;
  created_at: number;
  updated_at: number;
  created_by_name: string;
  environment_count: number;
  role: Role;
}

interface Fields {
  name: string;
  description: string | null;
}

const COLUMNS = `p.id, p.name, p.description, p.organization_id AS organization, o.name AS organization_name,
  p.created_at, p.updated_at, u.full_name AS created_by_name,
  (SELECT count(*) FROM environments e WHERE e.project_id = p.id) AS environment_count, m.role`;

const FROM = `projects p JOIN organizations o ON o.id = p.organization_id JOIN users u ON u.id = p.created_by
  JOIN members m ON m.organization_id = o.id AND m.user_id = :user`;

export function listProjects(call: UserCall): MockResponse {
  return page(call, {
    columns: COLUMNS,
    from: `${FROM} WHERE (:organization IS NULL OR o.id = :organization)
      AND (:search IS NULL OR contains(p.name, :search) OR contains(p.description, :search))`,
    order: "p.id",
    parameters: {
      user: call.user.id,
      organization: numberOf(call, "organization"),
      search: queryOf(call, "search") ?? null,
    },
    view,
  });
}

export function createProject(call: UserCall): MockResponse {
  const { name, description = null, organization: organizationId } = call.body as Fields & { organization: number };
  const organization = Number.isSafeInteger(organizationId) ? findOrganization(call, organizationId) : undefined;
  if (!organization) {
    throw validationFailed({ organization: [`Invalid pk "${organizationId}" - object does not exist.`] });
  }
  requireRole(organization.user_role, "editor");
  checkName(name);
  const now = call.now();
  const id = call.database.insert("projects", {
    organization_id: organization.id,
    name,
    description,
    created_by: call.user.id,
    created_at: now,
    updated_at: now,
  });
  const project = projectOf(call, id);
  logProject(call, "project_created", project);
  return created(view(project));
}

export function getProject(call: UserCall): MockResponse {
  return ok(view(projectOf(call)));
}

export function updateProject(call: UserCall): MockResponse {
  const { id, role } = projectOf(call);
  requireRole(role, "editor");
  const { name, description } = call.body as Partial<Fields>;
  if (name !== undefined) checkName(name);
  call.database.update("projects", id, { name, description, updated_at: call.now() });
  const project = projectOf(call, id);
  logProject(call, "project_updated", project);
  return ok(view(project));
}

/** Deletes a project with its environments and their variables. */
export function deleteProject(call: UserCall): MockResponse {
  const project = projectOf(call);
  requireRole(project.role, "editor");
  logProject(call, "project_deleted", project);
  call.database.run("DELETE FROM projects WHERE id = :id", { id: project.id });
  return noContent;
}

/**
 * Reads a project of an organization of the calling user.
 *
 * @param id - its ID; the default is the one in the path
 * @throws {Refusal} 404 if there is none, or the user may not see it
 */
export function projectOf(call: UserCall, id: number = pathId(call, "id")): Project {
  const project = findProject(call, id);
  if (!project) throw notFound();
  return project;
}

/** @returns undefined when there is none, or the user may not see it */
export function findProject({ database, user }: UserCall, id: number): Project | undefined {
  return database.get<Project>(`SELECT ${COLUMNS} FROM ${FROM} WHERE p.id = :id`, { id, user: user.id });
}

function checkName(name: string): void {
  if (/^[\w\s.-]+$/.test(name)) return;
  throw validationFailed({
    name: ["Project name can only contain letters, digits, spaces, hyphens, underscores and dots."],
  });
}

function logProject(call: UserCall, action: string, { id, name, organization, organization_name }: Project): void {
  const details = { project_name: name, organization_name };
  addAuditLog(call, call.user.id, {
    action,
    targetType: "project",
    targetId: id,
    organizationId: organization,
    details,
  });
}

function view({ role: _, ...project }: Project): object {
  return { ...project, created_at: isoTime(project.created_at), updated_at: isoTime(project.updated_at) };
}

import type { MockResponse } from "../../server/mock-response.ts";
import { addAuditLog } from "./audit-logs.ts";
import { type Call, created, noContent, ok, pathId, type UserCall } from "./call.ts";
import { notFound, validationFailed } from "./errors.ts";
import { page } from "./pages.ts";
import { type Role, requireRole } from "./roles.ts";
import { isoTime } from "./times.ts";

/** An organization as one of its members sees it. */
export interface Organization {
  id: number;
  name: string;
  description: string | null;
  created_at: number;
  updated_at: number;
  member_count: number;
  project_count: number;
  user_role: Role;
}

interface Fields {
  name: string;
  description: string | null;
}

const COLUMNS = `o.*, (SELECT count(*) FROM members c WHERE c.organization_id = o.id) AS member_count,
  (SELECT count(*) FROM projects p WHERE p.organization_id = o.id) AS project_count, m.role AS user_role`;

const FROM = "organizations o JOIN members m ON m.organization_id = o.id AND m.user_id = :user";

export function listOrganizations(call: UserCall): MockResponse {
  return page(call, { columns: COLUMNS, from: FROM, order: "o.id", parameters: { user: call.user.id }, view });
}

export function createOrganization(call: UserCall): MockResponse {
  const { name, description = null } = call.body as Fields;
  checkName(call, name, 0);
  const id = addOrganization(call, call.user.id, { name, description });
  return created(view(organizationOf(call, id)));
}

export function getOrganization(call: UserCall): MockResponse {
  return ok(view(organizationOf(call)));
}

export function updateOrganization(call: UserCall): MockResponse {
  const { id, user_role } = organizationOf(call);
  requireRole(user_role, "admin");
  const { name, description } = call.body as Partial<Fields>;
  if (name !== undefined) checkName(call, name, id);
  call.database.update("organizations", id, { name, description, updated_at: call.now() });
  const organization = organizationOf(call, id);
  logOrganization(call, call.user.id, "organization_updated", id, organization.name);
  return ok(view(organization));
}

/** Deletes an organization with everything in it. */
export function deleteOrganization(call: UserCall): MockResponse {
  const { id, name, user_role } = organizationOf(call);
  requireRole(user_role, "admin");
  logOrganization(call, call.user.id, "organization_deleted", id, name);
  call.database.run("DELETE FROM organizations WHERE id = :id", { id });
  return noContent;
}

/** Creates an organization with one member, its administrator. @returns its ID */
export function addOrganization(call: Call, userId: number, { name, description }: Fields): number {
  const now = call.now();
  const id = call.database.insert("organizations", { name, description, created_at: now, updated_at: now });
  call.database.insert("members", { organization_id: id, user_id: userId, role: "admin", joined_at: now });
  logOrganization(call, userId, "organization_created", id, name);
  return id;
}

/**
 * Reads an organization of the calling user.
 *
 * @param id - its ID; the default is the one in the path
 * @throws {Refusal} 404 if the user is not a member
 */
export function organizationOf(call: UserCall, id: number = pathId(call, "id")): Organization {
  const organization = findOrganization(call, id);
  if (!organization) throw notFound();
  return organization;
}

/** @returns undefined when the user is not a member */
export function findOrganization({ database, user }: UserCall, id: number): Organization | undefined {
  return database.get<Organization>(`SELECT ${COLUMNS} FROM ${FROM} WHERE o.id = :id`, { id, user: user.id });
}

function checkName({ database, user }: UserCall, name: string, id: number): void {
  const sql = `SELECT 1 FROM ${FROM} WHERE o.name = :name AND o.id <> :id`;
  if (database.get(sql, { user: user.id, name, id })) {
    throw validationFailed({ name: ["You have an organization with this name already."] });
  }
}

function logOrganization(call: Call, userId: number, action: string, id: number, name: string): void {
  const details = { organization_name: name };
  addAuditLog(call, userId, { action, targetType: "organization", targetId: id, organizationId: id, details });
}

function view(organization: Organization): object {
  const { created_at, updated_at } = organization;
  return { ...organization, created_at: isoTime(created_at), updated_at: isoTime(updated_at) };
}

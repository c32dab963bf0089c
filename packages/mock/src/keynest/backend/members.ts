import type { MockResponse } from "../../server/mock-response.ts";
import { addAuditLog } from "./audit-logs.ts";
import { created, ok, type UserCall } from "./call.ts";
import { badRequest, notFound } from "./errors.ts";
import { type Organization, organizationOf } from "./organizations.ts";
import { type Role, requireRole } from "./roles.ts";
import { offsetTime } from "./times.ts";
import { userBy } from "./users.ts";

interface Member {
  id: number;
  email: string;
  username: string;
  role: Role;
  joined_at: number;
  last_login: number | null;
  is_active: number;
}

const SELECT = `SELECT u.id, u.email, u.username, m.role, m.joined_at, u.last_login, u.is_active
  FROM members m JOIN users u ON u.id = m.user_id WHERE m.organization_id = :organization`;

/** Lists all members without pages, the longest-standing first. Administrators see more fields. */
export function listOrganizationMembers(call: UserCall): MockResponse {
  const organization = organizationOf(call);
  const isAdmin = organization.user_role === "admin";
  const rows = call.database.all<Member>(`${SELECT} ORDER BY m.joined_at, m.rowid`, { organization: organization.id });
  const members = rows.map((member) => {
    const { last_login, is_active } = member;
    const lastLogin = last_login === null ? null : offsetTime(last_login);
    return { ...view(member), ...(isAdmin && { last_login: lastLogin, is_active: is_active === 1 }) };
  });
  return ok({ members, total_count: members.length });
}

export function inviteOrganizationMember(call: UserCall): MockResponse {
  const organization = ledBy(call);
  const { email, role } = call.body as { email: string; role: Role };
  const user = userBy(call, "email", email);
  if (!user?.is_active) throw notFound("There is no user with this email address.");
  if (find(call, organization, user.id)) throw badRequest("User is already a member of this organization");
  const { id } = organization;
  call.database.insert("members", { organization_id: id, user_id: user.id, role, joined_at: call.now() });
  logMember(call, "member_added", organization, user.id, { member_email: user.email, role });
  return created({
    message: `User has been added to ${organization.name} as ${role}`,
    member: view(memberOf(call, organization, user.id)),
  });
}

/** Changes a role. Users cannot change their own, so that an administrator remains. */
export function updateOrganizationMemberRole(call: UserCall): MockResponse {
  const organization = ledBy(call);
  const { user_id, role } = call.body as { user_id: number; role: Role };
  if (user_id === call.user.id) throw badRequest("You cannot change your own role");
  const { id, email, username, role: oldRole } = memberOf(call, organization, user_id);
  call.database.run("UPDATE members SET role = :role WHERE organization_id = :organization AND user_id = :id", {
    role,
    organization: organization.id,
    id,
  });
  const details = { member_email: email, old_role: oldRole, new_role: role };
  logMember(call, "member_role_changed", organization, id, details);
  return ok({ message: "Role updated successfully", member: { id, email, username, role } });
}

/** Removes a member. Users cannot remove themselves, so that an administrator remains. */
export function removeOrganizationMember(call: UserCall): MockResponse {
  const organization = ledBy(call);
  const { user_id } = call.body as { user_id: number };
  if (user_id === call.user.id) throw badRequest("You cannot remove yourself from the organization");
  const { id, email, username, role } = memberOf(call, organization, user_id);
  call.database.run("DELETE FROM members WHERE organization_id = :organization AND user_id = :id", {
    organization: organization.id,
    id,
  });
  logMember(call, "member_removed", organization, id, { member_email: email });
  return ok({ message: `User has been removed from ${organization.name}`, removed_member: { email, username, role } });
}

/** Reads the organization in the path. @throws {Refusal} if the user is not its administrator */
function ledBy(call: UserCall): Organization {
  const organization = organizationOf(call);
  requireRole(organization.user_role, "admin");
  return organization;
}

function memberOf(call: UserCall, organization: Organization, userId: number): Member {
  const member = find(call, organization, userId);
  if (!member) throw notFound("This user is not a member of the organization.");
  return member;
}

function find({ database }: UserCall, { id }: Organization, user: number): Member | undefined {
  if (!Number.isSafeInteger(user)) return undefined;
  return database.get<Member>(`${SELECT} AND m.user_id = :user`, { organization: id, user });
}

function logMember(call: UserCall, action: string, { id, name }: Organization, userId: number, details: object): void {
  addAuditLog(call, call.user.id, {
    action,
    targetType: "user",
    targetId: userId,
    organizationId: id,
    details: { organization_name: name, ...details },
  });
}

function view({ id, email, username, role, joined_at }: Member): object {
  return { id, email, username, role, joined_at: offsetTime(joined_at) };
}

import { forbidden } from "./errors.ts";

/** What a member may do. */
export type Role = "viewer" | "editor" | "admin";

const RANK: Record<Role, number> = { viewer: 0, editor: 1, admin: 2 };

/** @throws {Refusal} 403 if a role is lower than the required one */
export function requireRole(role: Role, needed: Role): void {
  if (RANK[role] < RANK[needed]) throw forbidden();
}

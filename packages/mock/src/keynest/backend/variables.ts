import type { MockResponse } from "../../server/mock-response.ts";
import { addAuditLog } from "./audit-logs.ts";
import { created, noContent, ok, pathId, type UserCall } from "./call.ts";
import { environmentOf, findEnvironment } from "./environments.ts";
import { notFound, Refusal, validationFailed } from "./errors.ts";
import { page } from "./pages.ts";
import { type Role, requireRole } from "./roles.ts";
import { isoTime } from "./times.ts";

/** A variable as a member of its organization sees it. */
interface Variable {
  id: number;
  key: string;
  decrypted_value: string;
  environment: number;
  environment_name: string;
  created_at: number;
  updated_at: number;
  created_by_name: string;
  organization: number;
  role: Role;
}

const COLUMNS = `v.id, v.key, v.value AS decrypted_value, v.environment_id AS environment, e.name AS environment_name,
  v.created_at, v.updated_at, u.full_name AS created_by_name, p.organization_id AS organization, m.role`;

const FROM = `variables v JOIN environments e ON e.id = v.environment_id JOIN projects p ON p.id = e.project_id
  JOIN users u ON u.id = v.created_by JOIN members m ON m.organization_id = p.organization_id AND m.user_id = :user`;

const TAKEN = "A variable with this key already exists in this environment.";

export function listEnvironmentVariables(call: UserCall): MockResponse {
  const environment = environmentOf(call, pathId(call, "environment_id"));
  return page(call, {
    columns: COLUMNS,
    from: `${FROM} WHERE e.id = :environment`,
    order: "v.id",
    parameters: { user: call.user.id, environment: environment.id },
    view,
  });
}

export function createVariable(call: UserCall): MockResponse {
  const { key, value, environment: environmentId } = call.body as { key: string; value: string; environment: number };
  const environment = Number.isSafeInteger(environmentId) ? findEnvironment(call, environmentId) : undefined;
  if (!environment) throw validationFailed({ environment: [`Invalid pk "${environmentId}" - object does not exist.`] });
  requireRole(environment.role, "editor");
  checkKey(key);
  if (idOfKey(call, environment.id, key) !== undefined) {
    throw new Refusal(409, TAKEN, { error: "Resource already exists", details: TAKEN });
  }
  const variable = variableOf(call, addVariable(call, environment.id, key, value));
  logVariable(call, "variable_created", variable);
  return created(view(variable));
}

export function getVariable(call: UserCall): MockResponse {
  return ok(view(variableOf(call)));
}

export function updateVariable(call: UserCall): MockResponse {
  const { id, environment, role } = variableOf(call);
  requireRole(role, "editor");
  const { key, value } = call.body as { key?: string; value?: string };
  if (key !== undefined) {
    checkKey(key);
    // The description has no 409 here.
    if ((idOfKey(call, environment, key) ?? id) !== id) throw validationFailed({ key: [TAKEN] });
  }
  call.database.update("variables", id, { key, value, updated_at: call.now() });
  const variable = variableOf(call, id);
  logVariable(call, "variable_updated", variable);
  return ok(view(variable));
}

export function deleteVariable(call: UserCall): MockResponse {
  const variable = variableOf(call);
  requireRole(variable.role, "editor");
  logVariable(call, "variable_deleted", variable);
  call.database.run("DELETE FROM variables WHERE id = :id", { id: variable.id });
  return noContent;
}

/** The pattern of keys. */
export function isKey(key: string): boolean {
  return key.length <= 255 && /^[A-Z][A-Z0-9_]*$/.test(key);
}

export const KEY_RULE =
  "Key must start with a capital letter and contain only capital letters, digits and underscores.";

/** @returns the ID of the variable with a key; undefined when there is none */
export function idOfKey({ database }: UserCall, environment: number, key: string): number | undefined {
  const sql = "SELECT id FROM variables WHERE environment_id = :environment AND key = :key";
  return database.get<{ id: number }>(sql, { environment, key })?.id;
}

/** @returns its ID */
export function addVariable(
  { database, now, user }: UserCall,
  environment: number,
  key: string,
  value: string,
): number {
  return database.insert("variables", {
    environment_id: environment,
    key,
    value,
    created_by: user.id,
    created_at: now(),
    updated_at: now(),
  });
}

function checkKey(key: string): void {
  if (!isKey(key)) throw validationFailed({ key: [KEY_RULE] });
}

function variableOf(call: UserCall, id: number = pathId(call, "id")): Variable {
  const sql = `SELECT ${COLUMNS} FROM ${FROM} WHERE v.id = :id`;
  const variable = call.database.get<Variable>(sql, { id, user: call.user.id });
  if (!variable) throw notFound();
  return variable;
}

function logVariable(call: UserCall, action: string, { id, key, environment_name, organization }: Variable): void {
  const details = { variable_key: key, environment_name };
  addAuditLog(call, call.user.id, {
    action,
    targetType: "variable",
    targetId: id,
    organizationId: organization,
    details,
  });
}

function view({ organization: _, role: __, ...variable }: Variable): object {
  return { ...variable, created_at: isoTime(variable.created_at), updated_at: isoTime(variable.updated_at) };
}

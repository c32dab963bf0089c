import type { MockResponse } from "../../server/mock-response.ts";
import { type Call, numberOf, queryOf, type UserCall } from "./call.ts";
import { page } from "./pages.ts";
import { isoTime } from "./times.ts";

/** An entry of the audit log. */
export interface AuditLogEntry {
  /** Such as `variable_created`. */
  action: string;
  targetType: string;
  targetId: number;
  /** The organization whose members may see the entry; null for the user alone. */
  organizationId: number | null;
  details?: object;
}

/** Adds an entry to the audit log. */
export function addAuditLog(call: Call, userId: number, entry: AuditLogEntry): void {
  call.database.insert("audit_logs", {
    user_id: userId,
    organization_id: entry.organizationId,
    action: entry.action,
    target_type: entry.targetType,
    target_id: entry.targetId,
    details: JSON.stringify(entry.details ?? {}),
    ip_address: call.request.remoteAddress.replace(/^::ffff:/, "") || null,
    timestamp: call.now(),
  });
}

interface Row {
  id: number;
  user_name: string;
  user_email: string;
  action: string;
  target_type: string;
  target_id: number;
  details: string;
  ip_address: string | null;
  timestamp: number;
}

const DAY_MS = 86_400_000;

/** Lists entries, the latest first. Days are in UTC. */
export function listAuditLogs(call: UserCall): MockResponse {
  const day = (name: string): number | null => {
    const text = queryOf(call, name);
    return text === undefined ? null : Date.parse(text);
  };
  const to = day("date_to");
  return page<Row>(call, {
    columns: `l.id, u.full_name AS user_name, u.email AS user_email, l.action, l.target_type, l.target_id, l.details,
      l.ip_address, l.timestamp`,
    from: `audit_logs l JOIN users u ON u.id = l.user_id
      WHERE CASE WHEN l.organization_id IS NULL THEN l.user_id = :reader
        ELSE EXISTS (SELECT 1 FROM members m WHERE m.organization_id = l.organization_id AND m.user_id = :reader) END
      AND (:user IS NULL OR l.user_id = :user)
      AND (:action IS NULL OR l.action = :action)
      AND (:target_type IS NULL OR l.target_type = :target_type)
      AND (:from IS NULL OR l.timestamp >= :from)
      AND (:before IS NULL OR l.timestamp < :before)`,
    order: "l.timestamp DESC, l.id DESC",
    parameters: {
      reader: call.user.id,
      user: numberOf(call, "user"),
      action: queryOf(call, "action") ?? null,
      target_type: queryOf(call, "target_type") ?? null,
      from: day("date_from"),
      before: to === null ? null : to + DAY_MS,
    },
    view: (row) => ({ ...row, details: JSON.parse(row.details), timestamp: isoTime(row.timestamp) }),
  });
}

import type { KeyNest } from "./call.ts";
import { addKey } from "./keys.ts";
import { hashPassword, hashToken } from "./secrets.ts";

/** The time of everything in the examples of the description. */
const THEN = Date.parse("2025-08-30T10:30:00Z");

/** The password of both users. */
const PASSWORD = "securepassword123";

/** Fills an empty database with the objects in the examples of the description, so that they work at once. */
export function fillWithExamples({ database, random }: Pick<KeyNest, "database" | "random">): void {
  const password_hash = hashPassword(PASSWORD, random);
  const user = { password_hash, last_name: "Doe", date_joined: THEN };
  const john = database.insert("users", { ...user, username: "user", email: "user@example.com", first_name: "John" });
  const jane = database.insert("users", { ...user, username: "jane", email: "jane@example.com", first_name: "Jane" });
  database.insert("login_tokens", { hash: hashToken("9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b"), user_id: john });
  addKey(
    { database, now: () => THEN },
    {
      uuid: "3f2b8c1e-5d4a-4b6f-9a70-1c2d3e4f5a6b",
      api_key: "occ-2f9a7c41d8e64b0b",
      userId: john,
      name: "laptop",
    },
  );

  const made = { created_at: THEN, updated_at: THEN };
  const by = { created_by: john, ...made };
  const acme = { name: "Acme Corp", description: "Main company organization", ...made };
  const organization_id = database.insert("organizations", acme);
  database.insert("members", { organization_id, user_id: john, role: "admin", joined_at: THEN });
  database.insert("members", { organization_id, user_id: jane, role: "editor", joined_at: THEN });
  const web = { name: "Web Application", description: "Main web application project", ...by };
  const project_id = database.insert("projects", { organization_id, ...web });
  const environments = ["production", "staging", "development"].map((name) =>
    database.insert("environments", {
      project_id,
      name,
      environment_type: name,
      description: `${name[0]?.toUpperCase()}${name.slice(1)} environment`,
      ...by,
    }),
  );
  const environment_id = environments[0] as number;
  const add = (key: string, value: string): number =>
    database.insert("variables", { environment_id, key, value, ...by });
  add("DATABASE_URL", "postgresql://user:pass@host/db");
  const target_id = add("API_KEY", "sk_live_abcd1234567890");
  add("JWT_SECRET", "super_secret_jwt_key");
  database.insert("audit_logs", {
    user_id: john,
    organization_id,
    action: "variable_created",
    target_type: "variable",
    target_id,
    details: JSON.stringify({ variable_key: "API_KEY", environment_name: "production" }),
    ip_address: "192.168.1.1",
    timestamp: THEN,
  });
}

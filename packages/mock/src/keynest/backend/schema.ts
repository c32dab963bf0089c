/** Tells a data file from other SQLite databases: `KeyN`. */
export const APPLICATION_ID = 0x4b65794e;

/** The version of {@link SCHEMA}. A file of another version is refused, not converted. */
export const SCHEMA_VERSION = 1;

/** Times are milliseconds since 1970. IDs are never reused, so that a stale one finds nothing. */
export const SCHEMA = `
CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value BLOB NOT NULL
) STRICT;

CREATE TABLE users (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  username TEXT NOT NULL UNIQUE,
  email TEXT NOT NULL UNIQUE COLLATE NOCASE,
  -- Null for the user of a client, which cannot log in with a password.
  password_hash TEXT,
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  full_name TEXT AS (coalesce(nullif(trim(first_name || ' ' || last_name), ''), username)),
  date_joined INTEGER NOT NULL,
  last_login INTEGER,
  is_active INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE login_tokens (
  hash TEXT PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE
) STRICT;

CREATE TABLE revoked_jwts (
  jti TEXT PRIMARY KEY,
  expires_at INTEGER NOT NULL
) STRICT;

CREATE TABLE refresh_tokens (
  hash TEXT PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  expires_at INTEGER NOT NULL,
  is_used INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE organizations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  description TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE members (
  organization_id INTEGER NOT NULL REFERENCES organizations ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('admin', 'editor', 'viewer')),
  joined_at INTEGER NOT NULL,
  PRIMARY KEY (organization_id, user_id)
) STRICT;
CREATE INDEX members_by_user ON members (user_id);

CREATE TABLE projects (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  organization_id INTEGER NOT NULL REFERENCES organizations ON DELETE CASCADE,
  name TEXT NOT NULL,
  description TEXT,
  created_by INTEGER NOT NULL REFERENCES users,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX projects_by_organization ON projects (organization_id);

CREATE TABLE environments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id INTEGER NOT NULL REFERENCES projects ON DELETE CASCADE,
  name TEXT NOT NULL,
  environment_type TEXT NOT NULL,
  description TEXT,
  created_by INTEGER NOT NULL REFERENCES users,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (project_id, name)
) STRICT;

CREATE TABLE variables (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  environment_id INTEGER NOT NULL REFERENCES environments ON DELETE CASCADE,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  created_by INTEGER NOT NULL REFERENCES users,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (environment_id, key)
) STRICT;
-- In the order of their ids, as they are listed: sorting would move every value.
CREATE INDEX variables_by_environment ON variables (environment_id);

CREATE TABLE api_keys (
  uuid TEXT PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
  name TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  masked TEXT NOT NULL,
  created INTEGER NOT NULL,
  last_used INTEGER,
  succeeded INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE clients (
  client_id TEXT PRIMARY KEY,
  license TEXT NOT NULL,
  -- Null once it is revoked.
  key_hash TEXT UNIQUE,
  created_at INTEGER NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users
) STRICT;

CREATE TABLE audit_logs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id INTEGER NOT NULL REFERENCES users,
  -- Null for what happened in no organization, or in one that is deleted; only the user who did it sees that.
  organization_id INTEGER REFERENCES organizations ON DELETE SET NULL,
  action TEXT NOT NULL,
  target_type TEXT NOT NULL,
  target_id INTEGER NOT NULL,
  details TEXT NOT NULL,
  ip_address TEXT,
  timestamp INTEGER NOT NULL
) STRICT;
CREATE INDEX audit_logs_by_organization ON audit_logs (organization_id);
`;

-- Configuration as rows: one item, one row. Only what differs from the default of a peer as unpacked is stored.
CREATE TABLE configuration (
  path        TEXT PRIMARY KEY,
  -- NULL: the item went back to its default. The row stays, so that a copy can tell of it.
  value       TEXT,
  scope       TEXT NOT NULL CHECK (scope IN ('cluster', 'peer')),
  -- The generation of the cluster-wide configuration in which this value appeared.
  generation  INTEGER NOT NULL,
  -- 1: changed on this subordinate peer since its last copy from the primary.
  edited_here INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

-- Single facts that outlive a restart, as JSON.
CREATE TABLE state (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE account (
  name          TEXT PRIMARY KEY,
  password_hash TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE event_log (
  id   INTEGER PRIMARY KEY,
  line TEXT NOT NULL
);

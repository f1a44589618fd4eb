-- The Network Log, oldest first.
CREATE TABLE network_log (
  id   INTEGER PRIMARY KEY,
  line TEXT NOT NULL
);

-- What the last diagnostic logging has taken down, oldest first: it is there to download after a restart.
CREATE TABLE diagnostic_log (
  id   INTEGER PRIMARY KEY,
  line TEXT NOT NULL
);

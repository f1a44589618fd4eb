-- The Configuration Log, oldest first: changes stay there when the Event Log has long lost them.
CREATE TABLE configuration_log (
  id   INTEGER PRIMARY KEY,
  line TEXT NOT NULL
);

-- Calls that are over, newest last, as JSON.
CREATE TABLE past_call (
  id     INTEGER PRIMARY KEY,
  record TEXT NOT NULL
);

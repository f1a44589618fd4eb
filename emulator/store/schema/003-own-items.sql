-- A second copy of the peer's own items, apart from the table: what makes a peer reachable can still be read when pages of
-- the table are damaged. A copy from the primary does not touch it.
CREATE INDEX own_items ON configuration (path, value) WHERE scope = 'peer';

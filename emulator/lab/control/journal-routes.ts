import type { FastifyInstance } from "fastify";
import { passes, readFilter } from "../journal/journal-filter.ts";
import type { Lab } from "../lab.ts";
import { objectOf } from "./request-body.ts";

/** What the peers were asked, and what the twin could not serve. */
export function addJournalRoutes(app: FastifyInstance, { journal, topology }: Lab): void {
  const names = topology.peers.map(({ name }) => name);
  app.get("/journal", ({ query }) => {
    const filter = readFilter(objectOf(query), names);
    return journal.records.filter((record) => passes(record, filter));
  });
  app.delete("/journal", () => {
    journal.clear();
    return [];
  });
  app.get("/report", () => journal.unserved());
}

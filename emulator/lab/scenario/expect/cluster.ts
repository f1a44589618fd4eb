import { isIP } from "node:net";
import { Type } from "typebox";
import type { PeerSession } from "../drivers/peer-session.ts";
import type { WebPage } from "../drivers/web-page.ts";
import { check } from "../kinds.ts";
import { textMember } from "../members.ts";

const clusteringPage = (peer: PeerSession): Promise<WebPage> => peer.lookAt("System > Clustering");

/** The words beside the peer addresses. */
export const state = check({
  key: "state",
  about: "The words to the right of peer addresses on System > Clustering.",
  example: "{ peer: expe1, state: { expe1: This system, expe2: Active } }",
  members: {
    state: Type.Record(Type.String(), Type.String(), { description: "words by the name or the address of a peer" }),
  },
  mistake: ({ state: wanted }, peers) => {
    const unknown = Object.keys(wanted).find(
      (name) => !peers.includes(name) && isIP(name) === 0 && !name.startsWith("${"),
    );
    const reason = `"${unknown}" is not a peer; there are: ${peers.join(", ")}; or an address`;
    return unknown === undefined ? undefined : { path: ["state", unknown], reason, atKey: true };
  },
  look: async ({ state: wanted }, peer, { addresses }) => {
    const { states } = await clusteringPage(peer);
    const same = Object.entries(wanted).every(([name, word]) => states.get(addresses.get(name) ?? name) === word);
    const shown = [...states].map(([address, word]) => `${address}: ${word}`).join(", ");
    return same ? undefined : shown || "no peers";
  },
});

/** The state of the cluster database. */
export const clusterDatabase = check({
  key: "clusterDatabase",
  about: "The Cluster database status on System > Clustering.",
  example: "{ peer: all, clusterDatabase: Active }",
  members: { clusterDatabase: textMember("the word") },
  look: async ({ clusterDatabase: wanted }, peer) => {
    const seen = (await clusteringPage(peer)).status("Cluster database status");
    return seen === wanted ? undefined : (seen ?? "no Cluster database status");
  },
});

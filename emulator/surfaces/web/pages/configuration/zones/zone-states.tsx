import type { ZoneState } from "../../../../../peer/calls/routing/zone-states.ts";
import { StateWord } from "../../../tables/state-word.tsx";

/** Nobody is asked for the state of these: they are just on (VCS guide X8.1, "Zones"). */
const ASKED_NOBODY: readonly string[] = ["ENUM", "DNS"];

/** Administrator Guide, "Zones": Off, Active, On, Failed, Checking. */
export function H323Status({ zone }: { readonly zone: ZoneState }) {
  const { type, h323, peers, reachable } = zone;
  if (!h323) return <>Off</>;
  if (ASKED_NOBODY.includes(type)) return <>On</>;
  if (reachable.length > 0) {
    const lost = peers.length - reachable.length;
    return <StateWord word="Active" cause={lost > 0 ? `${lost} of ${peers.length} unreachable` : undefined} />;
  }
  return <StateWord word={peers.some(({ state }) => state === "Unknown") ? "Checking" : "Failed"} />;
}

/** Neighbors are not asked by SIP; a traversal zone needs a connection that the twin does not make. */
export function SipStatus({ zone, on }: { readonly zone: ZoneState; readonly on: boolean }) {
  if (!on) return <>Off</>;
  return zone.type.startsWith("Traversal") ? <StateWord word="Failed" /> : <>On</>;
}

/** The state of one peer address of a zone. */
export function ZonePeerState({ zone, address }: { readonly zone: ZoneState; readonly address: string }) {
  const peer = zone.peers.find((one) => one.address === address);
  // A peer that is not asked because H.323 is off has no state.
  if (peer && !zone.h323) return null;
  const state = peer?.state ?? "Failed";
  const word = state === "Unknown" ? "Checking" : state;
  return <StateWord word={word} cause={state === "Failed" ? "System unreachable" : undefined} />;
}

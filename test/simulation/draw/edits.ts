import { makeOptionKey } from "../../../emulator/peer/calls/licensing/option-key.ts";
import { serialNumberOf } from "../simulated-cluster.ts";
import type { Dice } from "./dice.ts";

/** Items that have nothing to do with clustering, of both scopes, and a value for one. */
const ORDINARY: readonly ((dice: Dice) => Record<string, string>)[] = [
  ...["Bandwidth Default", "SIP Session Refresh Value", "H323 Gatekeeper TimeToLive"].map((path) => (dice: Dice) => ({
    [path]: String(dice.between(100, 1099)),
  })),
  ...["SystemUnit Name", "IP DNS Hostname"].map((path) => (dice: Dice) => ({
    [path]: `name${dice.between(100, 1099)}`,
  })),
];

/** Items that are conditions of the copy, or of the pool, and a value that they should not have. */
const CONDITIONS: readonly ((dice: Dice, peer: number, peers: number) => Record<string, string>)[] = [
  () => ({ "H323 Mode": "Off" }),
  () => ({ "Ethernet 1 IP V4 StaticNAT Mode": "On", "Ethernet 1 IP V4 StaticNAT Address": "192.0.2.1" }),
  () => ({ "NTP Server 1 Address": "" }),
  (dice) => ({ "Alternates Cluster Name": dice.pick(["", "other.example.com", "CLUSTER.example.com"]) }),
  () => ({ "Alternates Cluster PreSharedKey": "another" }),
  (dice) => ({ "Alternates ConfigurationPrimary": String(dice.between(1, 6)) }),
  (dice) => ({ [`Alternates Peer ${dice.between(1, 6)} Address`]: dice.pick(["", "10.0.0.77", "10.0.0.1"]) }),
  (dice, peer) => ({
    "Option 1 Key": dice.chance(0.5) ? "" : (makeOptionKey(`Y${dice.between(1, 9)}`, serialNumberOf(peer)) ?? ""),
  }),
  (dice, _, peers) => {
    const [a, b] = [dice.between(1, peers), dice.between(1, peers)];
    return { [`Alternates Peer ${a} Address`]: `10.0.0.${b}`, [`Alternates Peer ${b} Address`]: `10.0.0.${a}` };
  },
];

export const drawOrdinaryEdit = (dice: Dice): Record<string, string> => dice.pick(ORDINARY)(dice);

/** An edit of an item that decides whether there is a copy, or what the pool is. */
export const drawConditionEdit = (dice: Dice, peer: number, peers: number): Record<string, string> =>
  dice.pick(CONDITIONS)(dice, peer, peers);

import { EmulatorError } from "../../errors.ts";
import { setItems } from "../../peer/configuration/set-items.ts";
import type { Actor } from "../../peer/core/actor.ts";
import type { Device } from "../../peer/device.ts";
import type { Lab } from "../lab.ts";
import { slipKinds } from "./slip-kinds.ts";
import type { SlipKind, SlipScene } from "./slip-kind.ts";

/** Whom the peer's logs and the lab's journal name for a slip. */
const THE_LAB: Actor = { user: "lab" };

/** A slip to be made. */
export interface SlipOrder {
  readonly kind: string;
  readonly peer: string;
}

/** A slip that was made. Nothing takes it back but whoever mends it on the page. */
export type MadeSlip = SlipOrder & Pick<SlipKind, "summary" | "page" | "field">;

/** The kind of an order, or what is wrong with it and at which member. */
export type SlipVerdict =
  | { readonly ok: true; readonly kind: SlipKind; readonly peer: string }
  | { readonly ok: false; readonly member: string; readonly reason: string };

/** @param peers the names of those in the lab */
export function checkSlip(given: Readonly<Record<string, unknown>>, peers: readonly string[]): SlipVerdict {
  const unknown = Object.keys(given).find((member) => member !== "kind" && member !== "peer");
  if (unknown !== undefined) return { ok: false, member: unknown, reason: "not known to a slip; it takes: kind, peer" };
  const kind = slipKinds.find(({ name }) => name === given["kind"]);
  if (!kind) {
    const names = slipKinds.map(({ name }) => name).join(", ");
    return { ok: false, member: "kind", reason: `${shown(given["kind"])} is not a kind of slip; one of: ${names}` };
  }
  const peer = peers.find((name) => name === given["peer"]);
  if (peer === undefined) {
    const reason = `${shown(given["peer"])} is not a peer of this lab; there are: ${peers.join(", ") || "none"}`;
    return { ok: false, member: "peer", reason };
  }
  return { ok: true, kind, peer };
}

/**
 * Makes a mistake on a peer as an operator would: through the one door of its configuration.
 * @throws EmulatorError SLIP_INVALID naming the member and what is allowed, PEER_DOWN
 */
export function makeSlip(lab: Pick<Lab, "peers" | "topology">, given: Readonly<Record<string, unknown>>): MadeSlip {
  const verdict = checkSlip(
    given,
    lab.peers.map(({ plan }) => plan.name),
  );
  if (!verdict.ok) throw new EmulatorError("SLIP_INVALID", `${verdict.member}: ${verdict.reason}`);
  const { kind, peer } = verdict;
  const device = lab.peers.find(({ plan }) => plan.name === peer)?.peer.device;
  if (!device) throw new EmulatorError("PEER_DOWN", `${peer} is down`);
  const plan = kind.plan(sceneOf(lab, peer, device));
  const result = plan.ok ? setItems(device, plan.items, THE_LAB) : plan;
  if (!result.ok) throw new EmulatorError("SLIP_INVALID", `peer: ${result.reason}`);
  const { name, summary, page, field } = kind;
  return { kind: name, peer, summary, page, field };
}

function sceneOf({ peers, topology }: Pick<Lab, "peers" | "topology">, name: string, device: Device): SlipScene {
  const { configuration, cluster } = device;
  return {
    name,
    settings: cluster.settings,
    read: (path) => configuration.get(path),
    taken: [topology.surroundings, ...peers.map(({ peer }) => peer.address), ...cluster.settings.peers],
    systemNames: peers
      .filter(({ plan }) => plan.name !== name)
      .map(({ peer }) => peer.device?.configuration.get("SystemUnit Name") ?? ""),
  };
}

const shown = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value));

import type { FaultRule } from "../../../emulator/lab/faults/rule-members.ts";
import type { Dice } from "./dice.ts";

const SERVICES = ["key-exchange", "ras", "management", "database"] as const;

/** One or two peers of a path, and a service that may be cut on it. */
function drawPath(dice: Dice, peers: number): { readonly peer: string; readonly other?: string } {
  const [peer, other] = [`p${dice.between(1, peers)}`, `p${dice.between(1, peers)}`];
  return peer === other ? { peer } : { peer, other };
}

/** Draws a fault that ends after 20 seconds to some minutes, or leaves something behind. */
export function drawFault(dice: Dice, peers: number): FaultRule {
  const seed = dice.below(2 ** 32);
  const peer = `p${dice.between(1, peers)}`;
  const path = drawPath(dice, peers);
  const until = `${dice.between(20, 220)}s`;
  const rules: readonly FaultRule[] = [
    { kind: "loss", share: dice.fraction() * 0.3, seed, until },
    { kind: "delay", delay: `${dice.below(200)}ms`, jitter: "100ms", seed, until },
    { kind: "cut", ...path, until },
    { kind: "cut", ...path, ...(path.other && { direction: "out" }), until },
    { kind: "block", service: dice.pick(SERVICES), ...path, until },
    { kind: "block", service: "database", ...path, until: `${dice.between(100, 400)}s` },
    { kind: "ntp-silent", peer, until },
    { kind: "ntp-wrong", by: "40s", peer, until },
    { kind: "wrong-key", peer, until },
    { kind: "clock-step", peer, by: `${dice.chance(0.5) ? "-" : ""}${dice.between(1, 90)}s` },
    { kind: "clock-drift", peer, ppm: 5000, until },
    // Most writes are of the Event Log; those of a copy come many at a time.
    { kind: "crash", peer, write: dice.between(1, 40), comesBack: true },
    { kind: "crash", peer, comesBack: true },
    { kind: "database-damaged", peer },
    { kind: "upgrade-in-progress", peer, until },
    { kind: "copy-not-kept", peer, until },
    { kind: "peer-file-missing", peer },
  ];
  return dice.pick(rules);
}

/** A fault that lasts for hours or days, as of one service that a firewall was told to drop. */
export function drawLongFault(dice: Dice, peers: number, until: string): FaultRule {
  const path = drawPath(dice, peers);
  return dice.pick<FaultRule>([
    { kind: "block", service: "database", ...path, until },
    { kind: "block", service: dice.pick(SERVICES), ...path, until },
    { kind: "cut", ...path, until },
    { kind: "ntp-silent", peer: path.peer, until },
  ]);
}

import { expect } from "vitest";
import type { Values, WarnedPeer } from "./warned-peer.ts";

/** A warning, and what brings it about and ends it. */
export interface ExpectedWarning {
  readonly alarm: number;
  readonly cause: Values;
  /** What the alarm reads. */
  readonly text: string;
  readonly facts: readonly string[];
  /** Each of them ends it. */
  readonly cures: readonly Values[];
}

/** Brings the cause about, sees the alarm rise alone, and sees each cure end it for good. */
export function expectWarning(peer: WarnedPeer, { alarm, cause, text, facts, cures }: ExpectedWarning): void {
  expect(peer.warnings()).toEqual([]);
  for (const cure of cures) {
    peer.set(cause);
    expect(peer.warnings()).toEqual([alarm]);
    expect(peer.text(alarm)).toBe(text);
    expect(peer.evidence(alarm)?.facts).toEqual(facts);
    expect(peer.evidence(alarm)?.clearedBy).not.toBe("");
    peer.set(cure);
    expect(peer.warnings()).toEqual([]);
    expect(peer.warnings()).toEqual([]);
    expect(peer.device.alarms.outOfStep()).toEqual([]);
  }
}

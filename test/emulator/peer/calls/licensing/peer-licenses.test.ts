import { expect, test } from "vitest";
import type { PeerReport } from "../../../../../protocol/cluster/probe.ts";
import type { ClusterPeer } from "../../../../../emulator/peer/cluster/cluster-peer.ts";
import { onOwnClock } from "../../../../../emulator/peer/calls/licensing/loss-moments.ts";
import { type Loss, peerLicensesNow } from "../../../../../emulator/peer/calls/licensing/peer-licenses.ts";

const lost: ClusterPeer = {
  address: "10.0.0.4",
  word: "Failed",
  added: true,
  shares: false,
  report: undefined,
  clockAhead: 0,
};

/** Another peer that has no contact with the lost one, and tells what it knows of it. */
const telling = (loss: Loss): PeerReport =>
  ({ contacts: [], losses: { [lost.address]: loss } }) as unknown as PeerReport;

const brought = { "rich media session": 3 };

test("a peer that was seen again after a loss is not lost since then, whoever of those that tell it has restarted", () => {
  // One was away when the peer, lost at 500, was seen again at 600 with another version; the other saw it and restarted.
  const away: Loss = { licenses: brought, softwareVersion: "X8.1", lostAt: 500, seenAt: 0 };
  const sawIt = { licenses: brought, softwareVersion: "X8.1.1", seenAt: 600 };
  const found = { licenses: brought, softwareVersion: "X8.1.1", lostAt: 1000, seenAt: 600 };
  const sinceTheStart = { now: 1000, seenAt: 0 };
  expect(peerLicensesNow(lost, sawIt, [telling(away)], sinceTheStart)).toEqual(found);
  expect(peerLicensesNow(lost, away, [telling(found)], sinceTheStart)).toEqual(found);
});

test("where two know the same moments, they agree on what was brought", () => {
  const one: Loss = { licenses: brought, softwareVersion: "X8.1", lostAt: 500, seenAt: 0 };
  const other: Loss = { ...one, softwareVersion: "X8.1.1" };
  const now = { now: 1000, seenAt: 0 };
  expect(peerLicensesNow(lost, one, [telling(other)], now)).toEqual(peerLicensesNow(lost, other, [telling(one)], now));
});

test("that a peer has been seen is known by the moment when that began", () => {
  const seen: ClusterPeer = {
    ...lost,
    word: "Active",
    report: { licenses: brought, softwareVersion: "X8.1" } as unknown as PeerReport,
  };
  const begun = peerLicensesNow(seen, undefined, [], { now: 100, seenAt: 70 });
  expect(begun).toEqual({ licenses: brought, softwareVersion: "X8.1", seenAt: 100 });
  expect(peerLicensesNow(seen, begun, [], { now: 900, seenAt: 870 })).toEqual(begun);
  const again = { ...lost, word: "Failed" as const };
  expect(peerLicensesNow(again, begun, [], { now: 2000, seenAt: 1970 })).toMatchObject({ lostAt: 2000, seenAt: 1970 });
});

test("what is told on another clock is the moment that is known already, unless it is another by more than a round of probes", () => {
  const ahead = 1_000_000;
  const known = new Map([[lost.address, { lostAt: 50_000, seenAt: 20_000 }]]);
  const told = (lostAt: number, seenAt: number) =>
    onOwnClock(telling({ licenses: brought, softwareVersion: "X8.1", lostAt, seenAt }), ahead, known).losses[
      lost.address
    ];
  expect(told(ahead + 47_000, ahead + 23_000)).toMatchObject({ lostAt: 50_000, seenAt: 20_000 });
  expect(told(ahead + 39_000, 0)).toMatchObject({ lostAt: 39_000, seenAt: 0 });
});

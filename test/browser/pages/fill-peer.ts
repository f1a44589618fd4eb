import { expect } from "vitest";
import { TurnClient, type TurnOutcome } from "../../../emulator/lab/relays/turn-client.ts";
import { TurnCredentials } from "../../../emulator/lab/relays/turn-credentials.ts";
import type { CallOutcome } from "../../../emulator/peer/calls/call/call.ts";
import { makeOptionKey } from "../../../emulator/peer/calls/licensing/option-key.ts";
import { THE_SYSTEM } from "../../../emulator/peer/core/actor.ts";
import type { Change } from "../../../emulator/peer/core/configuration-change.ts";
import type { RealPeer } from "../../interop/real-peer.ts";
import { loopback } from "../../loopback.ts";

/** What the pages that list something are to list. */
export const filled = {
  zone: "Branch office",
  pipe: "Leased line",
  subzone: "First floor",
  timeServer: "127.0.0.99",
  service: "Rules of the house",
  caller: "alice@example.com",
  called: "bob@example.com",
  unknown: "dave@example.com",
  gone: "carol@example.com",
  failure: "a broken timer",
  turnClient: loopback(9),
  turnUser: "turn user",
} as const;

const rows: readonly Change[] = [
  { path: "Zones Zone 1 Name", value: filled.zone },
  { path: "Zones Zone 1 Type", value: "Neighbor" },
  { path: "Bandwidth Pipe 1 Name", value: filled.pipe },
  { path: "Zones LocalZone SubZones SubZone 1 Name", value: filled.subzone },
  { path: "Policy Services Service 1 Name", value: filled.service },
  { path: "NTP Server 5 Address", value: filled.timeServer },
  { path: "Traversal Server TURN Mode", value: "On" },
  // Another one than the only one that a twin has, so that it can be chosen.
  { path: "Language Default", value: "fr_FR" },
  { path: "Authentication Credential 1 Name", value: filled.turnUser },
  { path: "Authentication Credential 1 Password", value: "secret" },
];

/**
 * Gives a peer a zone, a pipe, a policy service, two who are registered and speak, one who has left, a client with a TURN
 * relay, and an incident.
 */
export async function fillPeer(peer: RealPeer): Promise<void> {
  const { configuration, identity, registrations } = peer.device();
  const keys = ["R10", "V10", "W10", "L", "I10"].map((option, at): Change => {
    return { path: `Option ${at + 1} Key`, value: makeOptionKey(option, identity.serialNumber) ?? "" };
  });
  const set = configuration.set([...rows, ...keys], THE_SYSTEM);
  expect(set).toMatchObject({ ok: true });
  for (const alias of [filled.caller, filled.called, filled.gone])
    expect(registrations.register({ alias, protocol: "SIP", address: "127.0.0.1" }).ok).toBe(true);
  registrations.remove(filled.gone);
  expect(await call(peer, filled.called)).toMatchObject({ ok: true });
  await call(peer, filled.unknown);
  expect(await relay(peer)).toMatchObject({ ok: true });
  await fail(peer);
}

/** A relay for a client, which keeps it until the peer ends. */
const relay = ({ address, world }: RealPeer): Promise<TurnOutcome> =>
  new Promise((resolve) => {
    const credentials = new TurnCredentials(filled.turnUser, "secret");
    const server = { address, port: 3478 };
    const client = new TurnClient({ world, address: filled.turnClient, server, credentials, peer: loopback(10) });
    void world.track(client.allocate(resolve));
  });

/** Lets something in the peer's software fail: it is what was asked for, and no error of the test. */
async function fail(peer: RealPeer): Promise<void> {
  await new Promise<void>((failed) => {
    peer.device().clock.after(filled.failure, 0, () => {
      failed();
      throw new Error(filled.failure);
    });
  });
  expect(peer.log.errors.splice(0)).toHaveLength(1);
}

const call = (peer: RealPeer, destination: string): Promise<CallOutcome> =>
  new Promise((resolve) => {
    peer
      .device()
      .calls.place(
        { source: filled.caller, destination, protocol: "SIP", media: "video", from: "DefaultSubZone" },
        resolve,
      );
  });

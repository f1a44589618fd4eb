import { NeighborGatekeeper } from "../../emulator/lab/surroundings/neighbor.ts";
import type { CallOutcome, CallRequest } from "../../emulator/peer/calls/call/call.ts";
import { makeOptionKey } from "../../emulator/peer/calls/licensing/option-key.ts";
import type { Change } from "../../emulator/peer/core/configuration-change.ts";
import type { Device } from "../../emulator/peer/device.ts";
import { seconds } from "../../emulator/world/duration.ts";
import type { World } from "../../emulator/world/world.ts";

/** A gatekeeper at an address that knows the aliases of one domain, `…@head.example.com`. */
export async function headOffice(world: Pick<World, "network">, address: string): Promise<NeighborGatekeeper> {
  const gatekeeper = new NeighborGatekeeper(world.network, address, "head.example.com");
  await gatekeeper.start();
  return gatekeeper;
}

/** What a peer needs to call the head office: zone, links, search rule, and 10 rich media sessions. */
export function towardsHeadOffice(address: string, serialNumber: string): readonly Change[] {
  const key = makeOptionKey("Y10", serialNumber) ?? "";
  const link = (row: number, name: string, end: string): readonly Change[] => [
    { path: `Bandwidth Link ${row} Name`, value: name },
    { path: `Bandwidth Link ${row} Node1 Name`, value: "Head office" },
    { path: `Bandwidth Link ${row} Node2 Name`, value: end },
  ];
  const rule = "Zones Policy SearchRules Rule 2";
  return [
    { path: "Option 1 Key", value: key },
    { path: "Zones Zone 1 Name", value: "Head office" },
    { path: "Zones Zone 1 Type", value: "Neighbor" },
    { path: "Zones Zone 1 SIP Mode", value: "Off" },
    { path: "Zones Zone 1 Neighbor Peer 1 Address", value: address },
    ...link(5, "Zone001ToDefaultSZ", "DefaultSubZone"),
    ...link(6, "Zone001ToTraversalSZ", "TraversalSubZone"),
    { path: "Bandwidth Link 6 Pipe1 Name", value: "To head office" },
    { path: "Bandwidth Pipe 1 Name", value: "To head office" },
    { path: "Bandwidth Pipe 1 Bandwidth Total Mode", value: "Limited" },
    { path: "Bandwidth Pipe 1 Bandwidth Total Limit", value: "1500" },
    { path: `${rule} Name`, value: "Head office" },
    { path: `${rule} Target Name`, value: "Head office" },
  ];
}

/** Calls the head office from the Default Subzone and lets a second pass, in which the answer comes. */
export async function call(
  device: Device,
  world: { readonly clock: { advance(span: number): Promise<void> } },
  request: Partial<CallRequest> = {},
): Promise<CallOutcome> {
  const outcome = new Promise<CallOutcome>((done) =>
    device.calls.place(
      {
        source: "alice@example.com",
        destination: "bob@head.example.com",
        protocol: "H323",
        media: "video",
        from: "DefaultSubZone",
        ...request,
      },
      done,
    ),
  );
  await world.clock.advance(seconds(1));
  return outcome;
}

/** The same where the call has to be connected. @returns its serial number */
export async function connectedCall(...args: Parameters<typeof call>): Promise<string> {
  const outcome = await call(...args);
  if (!outcome.ok) throw new Error(`${outcome.code}: ${outcome.reason}`);
  return outcome.call.serialNumber;
}

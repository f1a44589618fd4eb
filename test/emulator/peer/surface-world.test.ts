import { expect, test } from "vitest";
import { Peer } from "../../../emulator/peer/peer.ts";
import { IN_MEMORY } from "../../../emulator/store/store.ts";
import { MemoryLog } from "../../../emulator/world/log.ts";
import { createSimulatedWorld } from "../../../emulator/world/world.ts";
import { addRule, putInForce } from "./access/firewall/rules.ts";

const OWN = "192.0.2.1";
const PORT = 16_100;

test("a surface binds datagrams in the peer's own world: the firewall judges them, and a power cut ends the socket", async () => {
  const world = createSimulatedWorld({ seed: 1, log: new MemoryLog() });
  const heard: string[] = [];
  const identity = {
    serialNumber: "0A1B2C3D",
    softwareVersion: "X8.1",
    product: "expressway-e",
    platform: "medium",
    hardware: "virtual-machine",
  } as const;
  const peer = await Peer.powerOn(
    {
      identity,
      address: OWN,
      dataDirectory: IN_MEMORY,
      surfaces: [
        (_device, { bind }) => ({
          name: "datagrams",
          start: async () => {
            await bind({ address: OWN, port: PORT }, (data) => heard.push(Buffer.from(data).toString()));
          },
        }),
      ],
    },
    world,
  );
  const manager = await world.network.bind({ address: "192.0.2.9", port: 0 }, () => undefined);
  const say = async (text: string) => {
    manager.send(Buffer.from(text), { address: OWN, port: PORT });
    await world.clock.advance(1000);
  };
  await say("first");
  expect(heard).toEqual(["first"]);
  if (!peer.device) throw new Error("the peer is down");
  expect(await addRule(peer.device, { Address: "192.0.2.9", PrefixLength: "32", Transport: "UDP" })).toMatchObject({
    ok: true,
  });
  putInForce(peer.device);
  await say("from an address that is shut out");
  expect(heard).toEqual(["first"]);
  await peer.powerOff();
  const again = await world.network.bind({ address: OWN, port: PORT }, () => heard.push("somebody else"));
  await say("later");
  expect(heard).toEqual(["first", "somebody else"]);
  again.close();
});

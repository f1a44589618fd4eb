import { afterEach, describe, expect, it } from "vitest";
import { examine } from "../../../../emulator/lab/doctor/examine.ts";
import { causesOfPeer, why } from "../../../../emulator/lab/why.ts";
import { minutes } from "../../../../emulator/world/duration.ts";
import { ADMIN, set, textsOf, whyLost } from "./asked.ts";
import { type SimulatedLab, startSimulatedLab } from "./simulated-lab.ts";

let lab: SimulatedLab;

afterEach(() => lab.stop());

/** What the doctor finds of addresses, which it also knows without examining. */
async function ofAddresses(): Promise<string[]> {
  const { causes, checks } = await examine(lab);
  const found = checks.flatMap(({ guide, findings }) => (guide === "G2.3" ? findings : []));
  const texts = found.map(({ seen, mend }) => `${seen} | ${mend}`);
  expect(textsOf(causes)).toEqual(expect.arrayContaining(texts));
  return texts;
}

async function restart(name: string): Promise<void> {
  lab.device(name).maintenance.request("restart", ADMIN);
  await lab.advance(minutes(3));
}

const address = (name: string, value: string): void => set(lab, name, { "Ethernet 1 IP V4 Address": value });

describe("two peers on one address", () => {
  it("G2.3 named while it is so, and mended as it is said, step by step", async () => {
    lab = await startSimulatedLab();
    const [, expe2, expe3] = lab.peers;
    address("expe2", "10.0.0.3");
    const clash = "LAN 1 of expe2 has 10.0.0.3, the address of expe3";
    const field = "System > IP, LAN 1 IPv4 address, on expe2";
    expect(await ofAddresses()).toEqual([`${clash}, and will not start there | ${field}`]);

    await restart("expe2");
    expect(expe2?.peer.absence).toMatchObject({ reason: "noStart", failure: { address: "10.0.0.3" } });
    const off = `${clash}: expe2 could not start | xtwin power expe3 off, xtwin power expe2 on, ${field}, and restart it; then xtwin power expe3 on`;
    expect(await ofAddresses()).toEqual([off]);
    expect(whyLost(lab)).toEqual([off]);
    expect(textsOf(causesOfPeer(lab, "expe2"))).toEqual([off]);

    await expe3?.peer.powerOff();
    expect(await ofAddresses()).toEqual([
      `${clash}: expe2 could not start: expe3 is off | xtwin power expe2 on, ${field}, and restart it; then xtwin power expe3 on`,
    ]);
    await expe2?.peer.powerOn();
    await lab.advance(minutes(1));
    const other = `${clash}: expe3 is off | ${field}, and restart it; then xtwin power expe3 on`;
    expect(await ofAddresses()).toEqual([other]);
    expect(textsOf(causesOfPeer(lab, "expe3"))).toContain(other);
    address("expe2", "10.0.0.2");
    expect(await ofAddresses()).toEqual([]);
    await restart("expe2");
    await expe3?.peer.powerOn();
    await lab.advance(minutes(4));
    for (const name of ["expe1", "expe2", "expe3"]) expect(why(lab, name, undefined)).toEqual([]);
    expect((await examine(lab)).causes).toEqual([]);
  });

  it("G2.3 it is the owner that cannot start where the other was there first", async () => {
    lab = await startSimulatedLab();
    const [, , expe3] = lab.peers;
    await expe3?.peer.powerOff();
    address("expe2", "10.0.0.3");
    await restart("expe2");
    await expect(expe3?.peer.powerOn()).rejects.toThrow("in use");
    expect(await ofAddresses()).toEqual([
      "LAN 1 of expe2 has 10.0.0.3, the address of expe3: expe3 could not start | System > IP, LAN 1 IPv4 address, on expe2, and restart it; then xtwin power expe3 on",
    ]);
  });

  it("G2.3 it is free once the owner, which has been given another, has restarted", async () => {
    lab = await startSimulatedLab();
    address("expe3", "10.0.0.33");
    address("expe2", "10.0.0.3");
    await restart("expe2");
    expect(await ofAddresses()).toEqual([
      "LAN 1 of expe2 has 10.0.0.3, the address of expe3: expe2 could not start | Maintenance > Restart options, Restart, on expe3; then xtwin power expe2 on",
    ]);
    await restart("expe3");
    await lab.peers[1]?.peer.powerOn();
    expect(lab.device("expe2").address).toBe("10.0.0.3");
  });

  it("what else keeps a peer from starting is named, too", async () => {
    lab = await startSimulatedLab();
    const listener = await lab.world.network.listen({ address: "10.0.0.22", port: 4370 }, () => {});
    address("expe2", "10.0.0.22");
    await restart("expe2");
    expect(textsOf(causesOfPeer(lab, "expe2"))).toContain(
      "expe2 is off: it could not start, for 10.0.0.22:4370 is in use | xtwin power expe2 on",
    );
    expect(await ofAddresses()).toEqual([]);
    listener.close();
  });
});

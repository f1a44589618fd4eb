import { expect, test } from "vitest";
import { minutes } from "../../../../../emulator/world/duration.ts";
import { SimulatedCluster } from "../../../../simulation/simulated-cluster.ts";

const GUESSER = "198.51.100.7";
const COLLEAGUE = "198.51.100.8";

test("G5.10 category settings and exemptions are copied; service, counts and blocks are those of each peer", async () => {
  const cluster = await SimulatedCluster.start({ seed: 11, peers: 2 });
  await cluster.advance(minutes(3));
  const guess = (index: number, address: string): void => {
    for (let time = 0; time < 3; time++) cluster.device(index).protection.failed("ssh-auth", address);
  };
  const blockedOn = (index: number): readonly string[] =>
    cluster
      .device(index)
      .protection.blocked()
      .map(({ address }) => address);

  cluster.set(1, "IntrusionProtection Service Mode", "On");
  cluster.set(1, "IntrusionProtection Category SSHAuthorization Mode", "On");
  cluster.set(1, "IntrusionProtection Category SSHAuthorization TriggerLevel", "3");
  expect(await cluster.command(1, "IntrusionProtectionExemptionAdd", { Address: COLLEAGUE })).toMatchObject({
    ok: true,
  });
  await cluster.advance(minutes(3));
  guess(2, GUESSER);
  expect([cluster.device(2).protection.serviceOn, blockedOn(2)]).toEqual([false, []]);

  cluster.set(2, "IntrusionProtection Service Mode", "On");
  for (const address of [GUESSER, COLLEAGUE]) guess(2, address);
  await cluster.advance(minutes(3));
  expect([blockedOn(1), blockedOn(2)]).toEqual([[], [GUESSER]]);
  expect([cluster.alarms(1), cluster.alarms(2), cluster.log.errors]).toEqual([[], [], []]);

  // The copy may just as well disable a category: then its blocks are over.
  cluster.set(1, "IntrusionProtection Category SSHAuthorization Mode", "Off");
  await cluster.advance(minutes(3));
  expect(blockedOn(2)).toEqual([]);
  await cluster.stop();
});

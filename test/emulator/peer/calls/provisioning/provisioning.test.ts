import { afterEach, beforeEach, expect, it } from "vitest";
import { TmsServer } from "../../../../../emulator/lab/surroundings/tms-server.ts";
import { makeOptionKey } from "../../../../../emulator/peer/calls/licensing/option-key.ts";
import { minutes, seconds } from "../../../../../emulator/world/duration.ts";
import { NTP_ADDRESS, serialNumberOf, SimulatedCluster } from "../../../../simulation/simulated-cluster.ts";

const LICENSES = 3;

let cluster: SimulatedCluster;
let tms: TmsServer;

/** Peers 1 and 2 have the key for Device Provisioning, peer 3 has not. */
beforeEach(async () => {
  cluster = await SimulatedCluster.start({
    seed: 1,
    peers: 3,
    formed: false,
    product: "vcs-control",
    configuration: (index) => ({
      "ExternalManager Address": NTP_ADDRESS,
      "ExternalManager Protocol": "HTTP",
      ...["R50", ...(index === 3 ? [] : ["P"])].reduce(
        (keys, option, place) => ({
          ...keys,
          [`Option ${place + 1} Key`]: makeOptionKey(option, serialNumberOf(index)) ?? "",
        }),
        {},
      ),
    }),
  });
  tms = new TmsServer(cluster.world.network, cluster.world.clock, NTP_ADDRESS, LICENSES);
  await tms.start();
  await cluster.advance(seconds(1));
});

afterEach(async () => {
  expect(cluster.log.errors).toEqual([]);
  await cluster.stop();
});

const register = (index: number, alias: string, provisioned = true) =>
  cluster.device(index).registrations.register({ alias, protocol: "SIP", address: "203.0.113.5", provisioned });

const externalManager = (index: number) => cluster.device(index).status.values("ExternalManager");

const limitReached = (index: number): boolean => cluster.alarms(index).includes(30018);

it("each peer tells of its devices as soon as they change, and the TMS counts them", async () => {
  register(1, "movi1");
  register(1, "movi2");
  register(1, "room", false);
  register(2, "jabber");
  await cluster.advance(seconds(1));
  expect(tms.state).toEqual({ licenses: LICENSES, systems: { [serialNumberOf(1)]: 2, [serialNumberOf(2)]: 1 } });
  cluster.device(1).registrations.remove("movi1");
  await cluster.advance(seconds(1));
  expect(tms.state.systems).toEqual({ [serialNumberOf(1)]: 1, [serialNumberOf(2)]: 1 });
});

it("30018 stands on all peers while the limit is reached, and no other device is taken", async () => {
  register(1, "movi1");
  register(1, "movi2");
  await cluster.advance(minutes(1));
  expect([limitReached(1), limitReached(2)]).toEqual([false, false]);
  expect(register(2, "jabber").ok).toBe(true);
  // The peer that took the last license knows at once, the other with its next report.
  expect(limitReached(2)).toBe(true);
  await cluster.advance(minutes(1));
  expect([limitReached(1), limitReached(2), limitReached(3)]).toEqual([true, true, false]);
  const reason = "the limit of 3 provisioning licenses is reached";
  expect(register(1, "third")).toEqual({ ok: false, reason });
  expect(register(2, "third")).toEqual({ ok: false, reason });
  expect(cluster.device(1).log.newest(5).join()).toContain(`Reason="${reason}"`);
  expect(register(2, "jabber").ok).toBe(true);
  expect(register(2, "room", false).ok).toBe(true);
  cluster.device(1).registrations.remove("movi1");
  expect(limitReached(1)).toBe(false);
  await cluster.advance(minutes(1));
  expect(limitReached(2)).toBe(false);
});

it("a limit that is raised or lowered in TMS counts from the next report on", async () => {
  register(1, "movi1");
  tms.licenses = 1;
  await cluster.advance(minutes(1));
  expect(limitReached(1)).toBe(true);
  tms.licenses = 2;
  await cluster.advance(minutes(1));
  expect(limitReached(1)).toBe(false);
  expect(register(1, "movi2").ok).toBe(true);
});

it("without the key there are no provisioned devices, and nobody is asked", () => {
  expect(register(3, "movi")).toEqual({ ok: false, reason: "there is no option key for Device Provisioning" });
  expect(Object.keys(tms.state.systems)).toEqual([serialNumberOf(1), serialNumberOf(2)]);
});

it("the last word of a TMS that is silent counts; that of one that is no longer the manager does not", async () => {
  for (const alias of ["movi1", "movi2", "movi3"]) register(1, alias);
  await cluster.advance(seconds(1));
  tms.stop();
  await cluster.advance(minutes(2));
  expect(externalManager(1)).toMatchObject({ Status: "Failed", URL: `http://${NTP_ADDRESS}/` });
  expect(limitReached(1)).toBe(true);
  cluster.set(1, "ExternalManager Address", "");
  expect(externalManager(1)).toEqual({ Status: "Inactive" });
  expect(limitReached(1)).toBe(false);
  expect(register(1, "movi4")).toEqual({
    ok: false,
    reason: "no TMS has told how many provisioning licenses there are",
  });
});

it("devices of a system that is silent for three minutes are counted no more", async () => {
  register(1, "movi1");
  await cluster.advance(seconds(1));
  cluster.peers[0]?.crash();
  await cluster.advance(minutes(2));
  expect(tms.state.systems).toHaveProperty(serialNumberOf(1));
  await cluster.advance(minutes(2));
  expect(tms.state.systems).not.toHaveProperty(serialNumberOf(1));
});

it("a name without an address is said to be one", async () => {
  cluster.set(1, "ExternalManager Address", "tms.example.com");
  expect(externalManager(1)).toEqual({ Status: "Initializing" });
  await cluster.advance(minutes(1));
  expect(externalManager(1)).toMatchObject({ Status: "Failed", Cause: "tms.example.com cannot be resolved" });
});

it("a TMS without HTTPS is not found by it", async () => {
  cluster.set(1, "ExternalManager Protocol", "HTTPS");
  await cluster.advance(seconds(20));
  expect(externalManager(1)).toMatchObject({ Status: "Failed", URL: `https://${NTP_ADDRESS}/` });
});

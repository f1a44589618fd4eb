import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OpensslAuthority } from "../interop/authority.ts";
import { needs } from "../interop/program.ts";
import { hasBrowser, launchBrowser, needsBrowser } from "./browser.ts";
import { LabProcess } from "./lab-process.ts";
import { expectAfterRefresh, expectEventually, Operator } from "./operator.ts";
import {
  enableMaintenanceMode,
  enterClusterSettings,
  installCertificates,
  setUpNetwork,
  trustedSubject,
  type ClusterSettings,
} from "./procedures.ts";
import { alarmsOverSsh, ssh } from "./ssh.ts";
import { stepByStep } from "./steps.ts";
import { NETWORK } from "../loopback.ts";

/*
 * "Setting up a new cluster" and "Adding an Expressway to an existing cluster" of the cluster guide, done as an
 * operator does them: in a browser and, where the guide says so, over SSH. Three peers as unpacked become a cluster.
 */

needsBrowser();
needs("ssh");
needs("sshpass");
needs("openssl");
stepByStep();

/** The DNS and NTP servers of the lab. */
const SURROUNDINGS = `${NETWORK}.254`;
const DOMAIN = "lab.example.com";
const CLUSTER_NAME = "cluster.lab.example.com";
const PRE_SHARED_KEY = "any characters will do";
/** Two minutes to the next copy are two seconds, a restart takes three. */
const SPEED = 60;
const COPY_INTERVAL_MS = 120_000;

const RESTART_REQUIRED = 20007;
const COMMUNICATION_FAILURE = 20004;
const MAINTENANCE_MODE = 15015;
const NO_NTP_SERVER = [25002, 25021];

let lab: LabProcess;
let browser: Browser;
/** The one whose certificates the organization trusts. */
let authority: OpensslAuthority;
/** Each works on one peer, in a browser window of its own. */
const [primary, second, third] = [new Operator(), new Operator(), new Operator()] as const;
const operators = [primary, second, third] as const;

beforeAll(async () => {
  if (!hasBrowser) return;
  lab = await LabProcess.start("--blank", "--network", NETWORK, "--speed", String(SPEED));
  browser = await launchBrowser();
  authority = await OpensslAuthority.create();
  for (const [index, operator] of operators.entries()) await operator.visit(lab.peer(index + 1), browser);
});

afterAll(async () => {
  // Where the tests were skipped or could not begin, there is nothing to end.
  await browser?.close();
  await lab?.stop();
  expect(lab?.errors ?? "").toBe("");
});

const addressOf = (place: number): string => `${NETWORK}.${place}`;

/** "Identical to those configured on the primary Expressway": name, key, primary and the addresses of the first peers. */
const clusterSettings = (size: number): ClusterSettings => ({
  name: CLUSTER_NAME,
  preSharedKey: PRE_SHARED_KEY,
  primary: 1,
  addresses: Array.from({ length: size }, (_, at) => addressOf(at + 1)),
});

/** A zone of the primary, and somebody who is reached through it. */
const OFFICE = "Office";
const COLLEAGUE = "dave@office.example.com";

/** The words on a peer's Clustering page when all is well. */
const allActive = (size: number, own: number): readonly string[] =>
  Array.from({ length: size }, (_, index) => (index === own ? "This system" : "Active"));

/** A change on the primary while a peer is being added. */
const zoneMadeDuring = (place: number): string => `Made while peer ${place} is added`;

/** The names of the links between subzones and zones, over SSH. */
async function links({ peer }: Operator): Promise<readonly string[]> {
  const lines = await ssh(peer, "xconfiguration bandwidth link");
  return lines.flatMap((line) => /Link \d+ Name: "(.*)"$/.exec(line)?.[1] ?? []);
}

describe("Setting up a new cluster: the primary peer", () => {
  it("an administrator logs in", async () => {
    await primary.takePicture("login.png");
    await primary.logIn();
    expect(await primary.whereabouts()).toBe("Status > Overview");
  });

  it("G3.1: the software version is X8.1", async () => {
    await primary.open("Status", "Overview");
    expect(await primary.status("Software version")).toBe("X8.1");
  });

  it("G3.2: a backup is made before anything is changed", async () => {
    await primary.open("Maintenance", "Backup and restore");
    const { name, content } = await primary.download("Create system backup file");
    expect(name).toMatch(/^X8\.1_[0-9A-F]+_\d{8}_\d{6}_backup\.tar\.gz$/);
    expect(content.length).toBeGreaterThan(500);
  });

  it("G3.3: Ethernet speed, IP address and gateway are there to be reviewed", async () => {
    await primary.open("System", "Ethernet");
    expect(await primary.valueOf("Speed", "LAN 1")).toBe("Auto");
    expect(await primary.status("Speed")).not.toBe("");
    await primary.open("System", "IP");
    expect(await primary.valueOf("IPv4 address", "LAN 1")).toBe(addressOf(1));
    expect(await primary.valueOf("IPv4 gateway")).toBe("127.0.0.1");
  });

  it("G3.4, G3.5: with DNS and NTP servers the time becomes Synchronized, and its alarms go", async () => {
    expect(await primary.alarmIds()).toEqual(NO_NTP_SERVER);
    await setUpNetwork(primary, "expe1", DOMAIN, SURROUNDINGS);
    expect(await primary.alarmIds()).toEqual([]);
  });

  it("G3.6: no peers are configured", async () => {
    await primary.open("System", "Clustering");
    for (const place of [1, 2, 3, 4, 5, 6]) expect(await primary.valueOf(`Peer ${place} IP address`)).toBe("");
  });

  it("G3.7: no zone lists another peer", async () => {
    expect(await primary.zones()).toEqual(["DefaultZone"]);
  });

  it("G3.8: Call signaling optimization is set to On", async () => {
    await primary.open("Configuration", "Call routing");
    await primary.enter({ "Call signaling optimization": "On" });
    await primary.save();
    expect(await primary.valueOf("Call signaling optimization")).toBe("On");
  });

  it("the system is in use: it has a zone, and calls that go there", async () => {
    await primary.createZone(OFFICE, "Neighbor");
    await primary.enter({ Mode: "Off" }, "SIP");
    await primary.enter({ "Peer 1 address": SURROUNDINGS });
    await primary.save();
    await primary.open("Configuration", "Dial plan", "Search rules");
    await primary.press("New");
    await primary.enter({ "Rule name": OFFICE, Target: OFFICE });
    await primary.press("Create search rule");
    await lab.setSpeed(0);
    expect(await lab.call(primary.peer, { from: "alice", to: COLLEAGUE, duration: "none" })).toBeUndefined();
    expect(await lab.call(primary.peer, { from: "bob", to: COLLEAGUE, duration: "3m" })).toBeUndefined();
  });

  it("G3.9: maintenance mode is enabled, after a question, and new calls are refused", async () => {
    await enableMaintenanceMode(primary);
    expect(await primary.alarmIds()).toEqual([MAINTENANCE_MODE]);
    expect(await lab.call(primary.peer, { from: "carol", to: COLLEAGUE })).toContain("maintenance mode");
  });

  it("G3.10: of the calls that go on one is disconnected; the other ends by itself", async () => {
    expect(await primary.calls()).toEqual([`alice to ${COLLEAGUE}`, `bob to ${COLLEAGUE}`]);
    await primary.select(`alice to ${COLLEAGUE}`);
    await primary.press("Disconnect");
    expect(await primary.bar()).toBe("Success: Call disconnected");
    expect(await primary.calls()).toEqual([`bob to ${COLLEAGUE}`]);
    await lab.setSpeed(SPEED);
    await expectEventually(() => primary.calls()).toEqual([]);
  });

  it('G3.11: cluster name, primary 1, key and own address are saved; "This system" appears', async () => {
    await enterClusterSettings(primary, clusterSettings(1));
    expect(await primary.peerStates()).toContain("This system");
  });

  it("G3.14: an alarm says that a restart is required", async () => {
    expect(await primary.alarmIds()).toEqual([MAINTENANCE_MODE, RESTART_REQUIRED]);
  });

  it("G3.13: after the restart the configuration is as it was", async () => {
    await primary.restart();
    await primary.open("System", "Clustering");
    expect(await primary.valueOf("Cluster name")).toBe(CLUSTER_NAME);
    expect(await primary.valueOf("Peer 1 IP address")).toBe(addressOf(1));
    await primary.open("Configuration", "Call routing");
    expect(await primary.valueOf("Call signaling optimization")).toBe("On");
  });

  it("G3.14, G3.15: the alarm has gone, and maintenance mode is Off", async () => {
    await primary.open("Maintenance", "Maintenance mode");
    expect(await primary.valueOf("Maintenance mode")).toBe("Off");
    await expectEventually(() => primary.alarmIds()).toEqual([]);
  });
});

describe.each([
  { place: 2, added: second, others: [] },
  { place: 3, added: third, others: [second] },
])("Adding an Expressway to an existing cluster: peer $place", ({ place, added, others }) => {
  const zoneMadeMeanwhile = zoneMadeDuring(place);

  it("an administrator logs in", async () => {
    await added.logIn();
    expect(await added.whereabouts()).toBe("Status > Overview");
  });

  it("G3.3 to G3.6: the new peer is reviewed as the first one was", async () => {
    await setUpNetwork(added, `expe${place}`, DOMAIN, SURROUNDINGS);
    await added.createZone("Its own zone", "Neighbor");
    await added.open("System", "Clustering");
    expect(await added.peerStates()).toEqual([]);
    expect(await added.alarmIds()).toEqual([]);
  });

  it("G3.9: maintenance mode is enabled on the new peer", async () => {
    await enableMaintenanceMode(added);
    expect(await added.alarmIds()).toEqual([MAINTENANCE_MODE]);
  });

  it("G4.1: no zone of the primary lists the new peer: those of before have no addresses or another", async () => {
    expect(await primary.zones()).toEqual(["DefaultZone", OFFICE, ...others.map(() => zoneMadeDuring(2))]);
  });

  it('G4.2: its address, saved on the primary, says "Unknown" and then "Failed"', async () => {
    const before = ["This system", ...others.map(() => "Active")];
    await primary.open("System", "Clustering");
    await primary.enter({ [`Peer ${place} IP address`]: addressOf(place) });
    // At this speed a state lasts for an instant: time stands still while it is read.
    await lab.setSpeed(0);
    await primary.save();
    expect(await primary.peerStates()).toEqual([...before, "Unknown"]);
    await lab.setSpeed(SPEED);
    await expectAfterRefresh(primary, () => primary.peerStates()).toEqual([...before, "Failed"]);
  });

  it("G4.3, G4.5: with the same settings on every other peer, all raise a cluster communication failure", async () => {
    for (const other of others) await enterClusterSettings(other, clusterSettings(place));
    for (const present of [primary, ...others]) {
      await expectEventually(() => present.alarmIds()).toEqual([COMMUNICATION_FAILURE]);
    }
  });

  it("G4.4: a change on the primary is not copied meanwhile", async () => {
    await primary.createZone(zoneMadeMeanwhile, "Neighbor");
    expect(await primary.zones()).toContain(zoneMadeMeanwhile);
    for (const other of others) {
      const changedAt = await other.systemTime();
      await expectAfterRefresh(other, () => other.systemTime()).toBeGreaterThan(changedAt + 1.5 * COPY_INTERVAL_MS);
      expect(await other.zones()).not.toContain(zoneMadeMeanwhile);
    }
  });

  it("G4.7: it has no other administrator than the default one", async () => {
    await added.open("Users", "Administrator accounts");
    expect(await added.names()).toEqual(["admin"]);
  });

  it("G4.6: over SSH the new peer goes back to default values and gets the default links", async () => {
    await ssh(added.peer, "xcommand DefaultValueSet Level: 2");
    expect(await links(added)).toEqual([]);
    expect(await added.zones()).toEqual(["DefaultZone"]);
    await ssh(added.peer, "xcommand DefaultLinksAdd");
    expect(await links(added)).toContain("DefaultSZtoClusterSZ");
    await added.open("System", "DNS");
    expect(await added.valueOf("System host name")).toBe(`expe${place}`);
  });

  it("G4.8: the cluster settings, saved on the new peer, raise an alarm until its restart", async () => {
    await added.createZone("A zone that is not to stay", "Neighbor");
    await enterClusterSettings(added, clusterSettings(place));
    await expectEventually(() => added.alarmIds()).toEqual([MAINTENANCE_MODE, COMMUNICATION_FAILURE, RESTART_REQUIRED]);
    await added.takePicture("alarms.png");
    await added.restart();
    await expectEventually(() => added.alarmIds()).toEqual([]);
  });

  it("G4.9: about 2 minutes after the restart its configuration is replaced by that of the primary", async () => {
    await expectEventually(() => added.zones()).toEqual([
      "DefaultZone",
      OFFICE,
      ...others.map(() => zoneMadeDuring(2)),
      zoneMadeMeanwhile,
    ]);
    await added.open("Configuration", "Call routing");
    expect(await added.valueOf("Call signaling optimization")).toBe("On");
  });

  it("G4.4: and the change made meanwhile is on every peer", async () => {
    for (const peer of [...others, added]) await expectEventually(() => peer.zones()).toContain(zoneMadeMeanwhile);
  });

  it("G4.11: it gets the trusted CA certificate and a server certificate; none of it is copied to other peers", async () => {
    const host = `expe${place}.${DOMAIN}`;
    expect(await trustedSubject(added, authority)).toBeUndefined();
    await installCertificates(added, host, authority);
    expect(await trustedSubject(added, authority)).toBe(`CN = ${host}`);
    const changedAt = await added.systemTime();
    await expectAfterRefresh(primary, () => primary.systemTime()).toBeGreaterThan(changedAt + 1.5 * COPY_INTERVAL_MS);
    expect(await trustedSubject(primary, authority)).toBeUndefined();
    await primary.open("Maintenance", "Security certificates", "Trusted CA certificate");
    expect(await primary.names()).toEqual([]);
  });

  it("G4.3, G4.10: all peers are Active, so is the cluster database, and the alarms are gone", async () => {
    for (const [index, operator] of [primary, ...others, added].entries()) {
      await operator.open("System", "Clustering");
      await expectAfterRefresh(operator, () => operator.status("Cluster database status")).toBe("Active");
      await expectAfterRefresh(operator, () => operator.peerStates()).toEqual(allActive(place, index));
      await expectEventually(() => operator.alarmIds()).toEqual([]);
    }
  });
});

describe("The cluster of three", () => {
  it("G1.1: a zone made on the primary is on every peer after the next copy", async () => {
    await primary.createZone("Partner", "Neighbor");
    for (const operator of operators) await expectEventually(() => operator.zones()).toContain("Partner");
  });

  it("G5: names and addresses stay each peer's own", async () => {
    for (const [index, operator] of operators.entries()) {
      await operator.open("Status", "Overview");
      expect(await operator.status("System name")).toBe(`expe${index + 1}`);
      expect(await operator.status("IPv4 address")).toBe(addressOf(index + 1));
    }
    await primary.takePicture("overview.png");
  });

  it("G4.10: no peer has an alarm, on its pages and over SSH, and all are Active", async () => {
    for (const [index, operator] of operators.entries()) {
      await expectEventually(() => operator.alarms()).toEqual([]);
      await expectEventually(() => alarmsOverSsh(operator.peer)).toEqual([]);
      await operator.open("System", "Clustering");
      await expectAfterRefresh(operator, () => operator.peerStates()).toEqual(allActive(3, index));
    }
    await primary.open("System", "Clustering");
    await primary.takePicture("clustering.png");
  });
});

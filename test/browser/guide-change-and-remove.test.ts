import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { needs } from "../interop/program.ts";
import { hasBrowser, launchBrowser, needsBrowser } from "./browser.ts";
import { LabProcess } from "./lab-process.ts";
import { expectAfterRefresh, expectEventually, Operator } from "./operator.ts";
import { enterClusterSettings } from "./procedures.ts";
import { ssh } from "./ssh.ts";
import { stepByStep } from "./steps.ts";
import { NETWORK } from "../loopback.ts";

/*
 * "Changing the primary peer", "Changing the IP address of an Expressway peer" (with "Removing a live Expressway" in it),
 * "Removing an out-of-service Expressway", "Replacing an Expressway peer" and "Disbanding an Expressway cluster" of the
 * cluster guide, one after the other in one lab, done in a browser. What the guide does by SSH is done by OpenSSH.
 */

needsBrowser();
needs("ssh");
needs("sshpass");
stepByStep();

const SPEED = 60;
const CLUSTER_NAME = "cluster.lab.example.com";
const PRE_SHARED_KEY = "any characters will do";

const addressOf = (place: number): string => `${NETWORK}.${place}`;
const NEW_ADDRESS = addressOf(33);

/** Three peers of a cluster and a spare unit as it comes out of its box. */
const topology = `
domain: lab.example.com
cluster:
  name: ${CLUSTER_NAME}
  preSharedKey: ${PRE_SHARED_KEY}
  peers: [expe1, expe2, expe3]
peers:
  - { name: expe1, address: ${addressOf(1)}, configuration: { Zones Zone 1 Name: Office, Zones Zone 1 Type: Neighbor } }
  - { name: expe2, address: ${addressOf(2)} }
  - { name: expe3, address: ${addressOf(3)} }
  - { name: expe4, address: ${addressOf(4)} }
`;

const COMMUNICATION_FAILURE = 20004;
const PRIMARY_MISMATCH = 20013;
const REPLICATION_ERROR = 20017;
const RESTART_REQUIRED = 20007;
const ADDRESS_RESTART = 25010;
const NAT_ON_CLUSTER_INTERFACE = 20015;

let lab: LabProcess;
let browser: Browser;
const [first, second, third, spare] = [new Operator(), new Operator(), new Operator(), new Operator()] as const;

beforeAll(async () => {
  if (!hasBrowser) return;
  lab = await LabProcess.startOf(topology, "--speed", String(SPEED), "--quick");
  browser = await launchBrowser();
  for (const [index, operator] of [first, second, third, spare].entries()) {
    await operator.visit(lab.peer(index + 1), browser);
    await operator.logIn();
  }
});

afterAll(async () => {
  await browser?.close();
  await lab?.stop();
  expect(lab?.errors ?? "").toBe("");
});

async function choosePrimary(operator: Operator, place: number): Promise<void> {
  await operator.open("System", "Clustering");
  await operator.enter({ "Configuration primary": String(place) });
  await operator.save();
}

/** The addresses of the list, from the first field; those after them are blank. */
async function enterPeers(operator: Operator, ...addresses: readonly string[]): Promise<void> {
  await operator.open("System", "Clustering");
  for (const place of [1, 2, 3, 4, 5, 6])
    await operator.enter({ [`Peer ${place} IP address`]: addresses[place - 1] ?? "" });
  await operator.save();
}

/** "On the Expressway that is being removed": a name of its own, no key, no peers. */
async function leave(operator: Operator, name: string): Promise<void> {
  await operator.open("System", "Clustering");
  await operator.enter({ "Cluster name": `${name}.lab.example.com` });
  await operator.deleteSecret();
  for (const place of [1, 2, 3]) await operator.enter({ [`Peer ${place} IP address`]: "" });
  await operator.save();
}

/** "On the new peer" of "Adding an Expressway": default values over SSH, then the settings of the cluster, then a restart. */
async function join(operator: Operator, primary: number, ...addresses: readonly string[]): Promise<void> {
  await ssh(operator.peer, "xcommand DefaultValueSet Level: 2");
  await ssh(operator.peer, "xcommand DefaultLinksAdd");
  await enterClusterSettings(operator, { name: CLUSTER_NAME, preSharedKey: PRE_SHARED_KEY, primary, addresses });
  await operator.restart();
}

/** "Check that the cluster database status reports as Active", and that nothing is wrong. */
async function expectAllWell(...operators: readonly Operator[]): Promise<void> {
  for (const operator of operators) {
    await operator.open("System", "Clustering");
    await expectAfterRefresh(operator, () => operator.status("Cluster database status")).toBe("Active");
    await expectEventually(() => operator.alarmIds()).toEqual([]);
  }
}

describe("The interface of the cluster", () => {
  it("G3.12: static NAT on LAN 1 raises an alarm, which goes when it is off", async () => {
    // The lab has just started: while NAT is on no copy would show that the database answers now.
    await expectAllWell(third);
    await third.open("System", "IP");
    await third.enter({ "IPv4 static NAT mode": "On", "IPv4 static NAT address": "192.0.2.10" }, "LAN 1");
    await third.save();
    const expected = [NAT_ON_CLUSTER_INTERFACE, ADDRESS_RESTART];
    await expectEventually(() => third.alarmIds()).toEqual(expect.arrayContaining(expected));
    await third.open("System", "IP");
    await third.enter({ "IPv4 static NAT mode": "Off", "IPv4 static NAT address": "" }, "LAN 1");
    await third.save();
    await third.restart();
    await expectEventually(() => third.alarmIds()).toEqual([]);
  });
});

describe("Changing the primary peer", () => {
  it("G9.1: on the new primary its own number is chosen: every peer reports a mismatch and a replication error", async () => {
    await expectAllWell(first, second, third);
    await choosePrimary(second, 2);
    for (const operator of [first, second, third])
      await expectEventually(() => operator.alarmIds()).toEqual([PRIMARY_MISMATCH, REPLICATION_ERROR]);
    await second.takePicture("primary-mismatch.png");
  });

  it("G9.1: then on the old one and on the rest: the alarms are gone about two minutes later", async () => {
    await choosePrimary(first, 2);
    await choosePrimary(third, 2);
    await expectAllWell(first, second, third);
  });

  it("G9.1: configuration is copied from the new primary now", async () => {
    await second.createZone("Branch", "Neighbor");
    for (const operator of [first, third]) await expectEventually(() => operator.zones()).toContain("Branch");
  });
});

describe("Changing what is the same on all peers", () => {
  it("G5.12: what is changed on another peer than the primary is overwritten by the next copy", async () => {
    // The next copy is never more than two seconds away.
    await lab.setSpeed(0);
    await third.createZone("Not for long", "Neighbor");
    expect(await third.zones()).toEqual(["DefaultZone", "Office", "Branch", "Not for long"]);
    await lab.setSpeed(SPEED);
    await expectEventually(() => third.zones()).toEqual(["DefaultZone", "Office", "Branch"]);
    await expectAllWell(first, second, third);
  });
});

describe("Changing the IP address of a peer", () => {
  it("G6.1: the peer leaves; an alarm stands on it until its restart", async () => {
    await leave(third, "expe3");
    expect(await third.alarmIds()).toContain(RESTART_REQUIRED);
    await third.takePicture("left-the-cluster.png");
  });

  it("G6.2: the Lync B2BUA is disabled on it", async () => {
    await third.open("Applications", "B2BUA", "Microsoft Lync", "Configuration");
    await third.enter({ "Microsoft Lync B2BUA": "Disabled" });
    await third.save();
    expect(await third.valueOf("Microsoft Lync B2BUA")).toBe("Disabled");
  });

  it("G6.3, G6.4: the primary's list is shortened, then that of the rest", async () => {
    await third.restart();
    for (const operator of [second, first]) await enterPeers(operator, addressOf(1), addressOf(2));
    await expectAllWell(first, second);
    expect(await third.alarmIds()).toEqual([]);
  });

  it("G6.5: the removed peer keeps its configuration and works alone", async () => {
    expect(await third.zones()).toEqual(["DefaultZone", "Office", "Branch"]);
    await third.open("System", "Clustering");
    expect(await third.peerStates()).toEqual([]);
  });

  it("G10.1: its new address counts after a restart", async () => {
    await third.open("System", "IP");
    await third.enter({ "IPv4 address": NEW_ADDRESS }, "LAN 1");
    await third.save();
    expect(await third.alarmIds()).toEqual([ADDRESS_RESTART]);
    await third.restartAt(NEW_ADDRESS);
    expect(await third.alarmIds()).toEqual([]);
  });

  it("G10.1: it is added again", async () => {
    for (const operator of [second, first]) await enterPeers(operator, addressOf(1), addressOf(2), NEW_ADDRESS);
    await join(third, 2, addressOf(1), addressOf(2), NEW_ADDRESS);
    await expectAllWell(first, second, third);
    expect(await third.zones()).toEqual(["DefaultZone", "Office", "Branch"]);
  });
});

describe("Replacing a peer that is dead", () => {
  it("G7.1: a peer dies: the others say so", async () => {
    await lab.power(third.peer, "off");
    for (const operator of [first, second])
      await expectEventually(() => operator.alarmIds()).toContain(COMMUNICATION_FAILURE);
  });

  it("G7.1: it is taken out of the lists, that of the primary first", async () => {
    for (const operator of [second, first]) await enterPeers(operator, addressOf(1), addressOf(2));
    await expectAllWell(first, second);
  });

  it("G11.1: the spare unit is added in its place", async () => {
    for (const operator of [second, first]) await enterPeers(operator, addressOf(1), addressOf(2), addressOf(4));
    await join(spare, 2, addressOf(1), addressOf(2), addressOf(4));
    await expectAllWell(first, second, spare);
    expect(await spare.zones()).toEqual(["DefaultZone", "Office", "Branch"]);
    await spare.open("System", "Clustering");
    await expectAfterRefresh(spare, () => spare.peerStates()).toEqual(["Active", "Active", "This system"]);
    await spare.takePicture("replaced.png");
  });

  it("G7.2: the dead one, back with its old settings, disturbs its former peers, and is disturbed", async () => {
    await lab.power(third.peer, "on");
    for (const operator of [first, second])
      await expectEventually(() => operator.alarmIds()).toContain(COMMUNICATION_FAILURE);
    await third.refresh();
    await third.logIn();
    expect(await third.alarmIds()).toContain(COMMUNICATION_FAILURE);
    await lab.power(third.peer, "off");
    await expectAllWell(first, second, spare);
  });
});

describe("Changing the primary when the old one is dead", () => {
  it("G9.2: the others choose another primary", async () => {
    await lab.power(second.peer, "off");
    for (const operator of [spare, first]) {
      await expectEventually(() => operator.alarmIds()).toContain(COMMUNICATION_FAILURE);
      await choosePrimary(operator, 3);
    }
    await spare.createZone("Without the old primary", "Neighbor");
  });

  it("G6.3: the dead one is taken out of the lists; the number of the primary follows its peer", async () => {
    for (const operator of [spare, first]) {
      await operator.open("System", "Clustering");
      await operator.enter({
        "Configuration primary": "2",
        "Peer 2 IP address": addressOf(4),
        "Peer 3 IP address": "",
      });
      await operator.save();
    }
    await expectAllWell(first, spare);
    await expectEventually(() => first.zones()).toContain("Without the old primary");
  });

  it("G9.2: when it comes back it is added anew", async () => {
    await lab.power(second.peer, "on");
    await second.refresh();
    await second.logIn();
    for (const operator of [spare, first]) await enterPeers(operator, addressOf(1), addressOf(4), addressOf(2));
    await join(second, 2, addressOf(1), addressOf(4), addressOf(2));
    await expectAllWell(first, spare, second);
  });
});

describe("Disbanding the cluster", () => {
  it("G8.1: the others leave one at a time, the primary last", async () => {
    for (const [operator, name] of [
      [second, "expe2"],
      [first, "expe1"],
      [spare, "expe4"],
    ] as const) {
      await leave(operator, name);
      await operator.restart();
      expect(await operator.whereabouts()).toBe("Status > Overview");
    }
  });

  it("G8.1: each keeps its configuration and works alone", async () => {
    for (const operator of [first, second, spare]) {
      expect(await operator.zones()).toEqual(["DefaultZone", "Office", "Branch", "Without the old primary"]);
      await operator.open("System", "Clustering");
      expect(await operator.peerStates()).toEqual([]);
      await expectEventually(() => operator.alarmIds()).toEqual([]);
    }
    await second.createZone("After the end", "Neighbor");
    await lab.advance("5m");
    expect(await first.zones()).not.toContain("After the end");
  });
});

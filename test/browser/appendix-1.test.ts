import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { retain } from "../../emulator/store/retain.ts";
import { needs } from "../interop/program.ts";
import { hasBrowser, launchBrowser, needsBrowser } from "./browser.ts";
import { alarmsInXml } from "./curl.ts";
import { LabProcess } from "./lab-process.ts";
import { Operator, type ShownAlarm } from "./operator.ts";
import { alarmsOverSsh, ssh } from "./ssh.ts";
import { NETWORK } from "../loopback.ts";

/*
 * The alarms of Appendix 1 of the cluster guide. Each is brought about on a cluster of three by what an operator or a
 * fault would do, is then seen in a browser, over SSH and as XML alike, and goes when its cause is gone.
 */

needsBrowser();
needs("ssh");
needs("sshpass");
needs("curl");

const CLUSTER_NAME = "cluster.lab.example.com";
const SURROUNDINGS = `${NETWORK}.254`;
/** Nobody is there. */
const DEAF = `${NETWORK}.99`;

/** Longer than it takes to ask every other peer how it is. */
const PROBES = "25s";
/** Longer than it takes until the next copy. */
const COPY = "125s";

const alarm = (id: number, title: string, description: string): ShownAlarm => ({
  id,
  text: `${title} - ${description}`,
});
const REPLICATION_ERROR = "Cluster replication error";

// The words are the guide's.
const manualSynchronization = alarm(20009, REPLICATION_ERROR, "manual synchronization of configuration is required");
const ntpUnreachable = alarm(20010, REPLICATION_ERROR, "the NTP server is unreachable");
const conflict = alarm(
  20011,
  REPLICATION_ERROR,
  "this peer's configuration conflicts with the primary's configuration, manual synchronization of configuration is required",
);
const notInTheList = alarm(20015, REPLICATION_ERROR, "the local Expressway does not appear in the list of peers");
const primaryInconsistent = alarm(
  20017,
  REPLICATION_ERROR,
  "configuration primary ID is inconsistent, manual synchronization of configuration is required",
);
const h323Off = alarm(
  20018,
  "Invalid clustering configuration",
  "H.323 mode must be turned On - clustering uses H.323 communications between peers",
);
const noClusterName = alarm(
  20019,
  "Cluster name not configured",
  "if clustering are in use a cluster name must be defined",
);

const directory = mkdtempSync(join(tmpdir(), "xtwin-appendix-"));
let lab: LabProcess;
let browser: Browser;
const [primary, second, third] = [new Operator(), new Operator(), new Operator()] as const;
const operators = [primary, second, third] as const;

beforeAll(async () => {
  if (!hasBrowser) return;
  lab = await LabProcess.start(writeTopology(), "--speed", "0", "--data", directory);
  browser = await launchBrowser();
  for (const [index, operator] of operators.entries()) {
    await operator.visit(lab.peer(index + 1), browser);
    await operator.logIn();
  }
  await lab.advance(COPY);
});

afterEach(async () => {
  // Each test takes the cause away again, and with it the alarm has to go from every surface.
  for (const operator of operators) expect(await alarmsEverywhere(operator)).toEqual([]);
});

afterAll(async () => {
  // Where the tests were skipped or could not begin, there is nothing to end.
  await browser?.close();
  await lab?.stop();
  rmSync(directory, { recursive: true });
  expect(lab?.errors ?? "").toBe("");
});

/** Three peers that are a cluster when the lab starts. */
function writeTopology(): string {
  const file = join(directory, "lab.yaml");
  const peers = [1, 2, 3].map((place) => `  - { name: expe${place}, address: ${NETWORK}.${place} }\n`);
  writeFileSync(file, `cluster: { name: ${CLUSTER_NAME} }\npeers:\n${peers.join("")}`);
  return file;
}

/** What Status > Alarms lists, by number, once the other two ways to look say the same. */
async function alarmsEverywhere(operator: Operator): Promise<readonly ShownAlarm[]> {
  const shown = await operator.alarms();
  const texts = shown.map(({ text }) => text).toSorted();
  const overSsh = await alarmsOverSsh(operator.peer);
  expect(overSsh.toSorted()).toEqual(texts);
  const inXml = await alarmsInXml(operator.peer);
  expect(inXml.toSorted()).toEqual(texts);
  return shown.toSorted((a, b) => a.id - b.id);
}

async function setCluster(operator: Operator, label: string, value: string): Promise<void> {
  await operator.open("System", "Clustering");
  await operator.enter({ [label]: value });
  await operator.save();
}

async function setNtpServer(operator: Operator, address: string): Promise<void> {
  await operator.open("System", "Time");
  await operator.enter({ "NTP server 1": address });
  await operator.save();
}

async function setH323Mode(operator: Operator, mode: "On" | "Off"): Promise<void> {
  await operator.open("Configuration", "Protocols", "H.323");
  await operator.enter({ "H.323 mode": mode });
  await operator.save();
}

/** A cluster-wide item, by its CLI. */
const setBandwidth = (operator: Operator, kbps: number): Promise<unknown> =>
  ssh(operator.peer, `xConfiguration Bandwidth Default: ${kbps}`);

async function bandwidthOf(operator: Operator): Promise<string | undefined> {
  const [line] = await ssh(operator.peer, "xConfiguration Bandwidth Default");
  return line?.split(": ")[1];
}

/** What a broken disk would do to the file of the second peer, a second program does. */
function alterDatabase(sql: string): void {
  const database = retain(new Database(join(directory, second.peer.name, "peer.sqlite")));
  database.exec(sql);
  database.close();
}

describe("Appendix 1", () => {
  it("G12.1: a blank cluster name – Cluster name not configured", async () => {
    await setCluster(second, "Cluster name", "");
    expect(await alarmsEverywhere(second)).toContainEqual(noClusterName);
    await setCluster(second, "Cluster name", CLUSTER_NAME);
    await lab.advance(PROBES);
  });

  it("G12.2, G12.11: a copy that the disk does not keep – manual synchronization, done by ForceConfigUpdate", async () => {
    alterDatabase(`CREATE TRIGGER damage AFTER INSERT ON configuration WHEN NEW.path = 'Bandwidth Default'
                   BEGIN UPDATE configuration SET value = '999' WHERE path = NEW.path; END`);
    await setBandwidth(primary, 512);
    await lab.advance(COPY);
    expect(await alarmsEverywhere(second)).toEqual([manualSynchronization]);
    expect(await bandwidthOf(second)).toBe("384");
    alterDatabase("DROP TRIGGER damage");
    await ssh(second.peer, "xCommand ForceConfigUpdate");
    expect(await bandwidthOf(second)).toBe("512");
  });

  it("G12.4: two ideas of the primary – configuration primary ID is inconsistent", async () => {
    await setCluster(third, "Configuration primary", "2");
    await lab.advance(PROBES);
    for (const operator of operators) expect(await alarmsEverywhere(operator)).toContainEqual(primaryInconsistent);
    await setCluster(third, "Configuration primary", "1");
    await lab.advance(PROBES);
  });

  it("G12.5, G12.11: the same item changed on both sides – a conflict, until ForceConfigUpdate", async () => {
    await setBandwidth(second, 640);
    await setBandwidth(primary, 768);
    await lab.advance(COPY);
    expect(await alarmsEverywhere(second)).toEqual([conflict]);
    expect(await bandwidthOf(second)).toBe("640");
    await ssh(second.peer, "xCommand ForceConfigUpdate");
    expect(await bandwidthOf(second)).toBe("768");
  });

  it("G12.6: an NTP server that does not answer – the NTP server is unreachable", async () => {
    await setNtpServer(second, DEAF);
    await lab.advance(PROBES);
    expect(await alarmsEverywhere(second)).toContainEqual(ntpUnreachable);
    await setNtpServer(second, SURROUNDINGS);
    await lab.advance(PROBES);
  });

  it("G12.7: a list without its own address – the local Expressway does not appear in it", async () => {
    await setCluster(second, "Peer 2 IP address", DEAF);
    expect(await alarmsEverywhere(second)).toContainEqual(notInTheList);
    await setCluster(second, "Peer 2 IP address", second.peer.address);
    await lab.advance(PROBES);
  });

  it("G12.9: H.323 mode Off – it must be turned On", async () => {
    await setH323Mode(primary, "Off");
    expect(await alarmsEverywhere(primary)).toEqual([h323Off]);
    await setH323Mode(primary, "On");
  });
});

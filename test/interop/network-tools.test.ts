import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { startLab, type Lab } from "../../emulator/lab/lab.ts";
import { builtInTopology } from "../../emulator/lab/topology/topology.ts";
import type { Device } from "../../emulator/peer/device.ts";
import { digReports } from "../../emulator/peer/network/dns/dns-lookup.ts";
import { AdminShell } from "../../emulator/surfaces/shell/admin-shell.ts";
import { MemoryLog } from "../../emulator/world/log.ts";
import { addRule, putInForce } from "../emulator/peer/access/firewall/rules.ts";
import { needs, run } from "./program.ts";
import { NETWORK } from "../loopback.ts";

needs("dig");
needs("ping");
needs("ssh");
needs("sshpass");

const SERVER = `${NETWORK}.254`;
const PORT_OFFSET = 23_000;

const log = new MemoryLog();
let lab: Lab;

beforeAll(async () => {
  const topology = builtInTopology({ network: NETWORK, peers: 2 });
  lab = await startLab({ topology, log, portOffset: PORT_OFFSET });
});
afterAll(async () => {
  await lab.stop();
  expect(log.errors).toEqual([]);
});

function device(place: number): Device {
  const found = lab.peers[place - 1]?.peer.device;
  if (!found) throw new Error(`peer ${place} is down`);
  return found;
}

/** What the first peer answers to a line of an administrator. */
async function ssh(line: string): Promise<string> {
  const options = ["StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "LogLevel=ERROR"];
  const { stdout } = await run("sshpass", [
    "-p",
    "TANDBERG",
    "ssh",
    "-p",
    String(PORT_OFFSET + 22),
    ...options.flatMap((option) => ["-o", option]),
    `admin@${NETWORK}.1`,
    line,
  ]);
  return stdout.replaceAll("\r", "");
}

describe("Ping on the command line", () => {
  test("reaches another peer by its name, and the machine's own addresses", async () => {
    const answer = await ssh("xCommand Ping Hostname: expe2.lab.example.com");
    expect(answer).toContain("*r Result (status=OK):");
    expect(answer).toContain(`Host: "${NETWORK}.2"`);
    expect(answer).toMatch(/ResponseTime: "\d+(\.\d+)?"/);
    expect(await ssh(`xCommand Ping ${NETWORK}.77`)).toContain(`Host: "${NETWORK}.77"`);
  });

  test("does not reach a peer that is cut off, and takes longer where messages do", async () => {
    const cut = await lab.faults.add({ kind: "cut", peer: "expe1", other: "expe2" });
    expect(await ssh(`xCommand Ping ${NETWORK}.2`)).toContain(`Description: "${NETWORK}.2: no response"`);
    lab.faults.remove(cut.id);
    const slow = await lab.faults.add({ kind: "delay", peer: "expe1", other: "expe2", delay: "40ms" });
    const [, milliseconds] = /ResponseTime: "([\d.]+)"/.exec(await ssh(`xCommand Ping ${NETWORK}.2`)) ?? [];
    expect(Number(milliseconds)).toBeGreaterThan(80);
    lab.faults.remove(slow.id);
  });

  test("does not reach a peer that is off", async () => {
    await lab.power("expe2", "off");
    expect(await ssh(`xCommand Ping ${NETWORK}.2`)).toContain("no response");
    await lab.power("expe2", "on");
    expect(await ssh(`xCommand Ping ${NETWORK}.2`)).toContain("status=OK");
  });

  test("starts no other program, whatever it is asked", async () => {
    for (const host of ["-f", "--help", `${NETWORK}.1;id`, "$(id)"])
      expect(await ssh(`xCommand Ping Hostname: "${host.replace("$", "\\$")}"`)).toContain("status=Error");
  });

  test("says that it is not there on a machine without the program", async () => {
    const path = process.env["PATH"] ?? "";
    vi.stubEnv("PATH", "/nowhere");
    const admin = new AdminShell(device(1), { user: "admin" });
    const answers = await Promise.all(
      ["Ping", "Traceroute"].map((command) => admin.run(`xCommand ${command} 127.0.0.1`)),
    );
    vi.unstubAllEnvs();
    expect(process.env["PATH"]).toBe(path);
    for (const { lines } of answers)
      expect(lines.join("\n")).toContain("not implemented by the emulator: this machine has no ping program");
  });
});

describe("Traceroute and Tracepath", () => {
  test.each(["Traceroute", "Tracepath"])("%s finds a peer at once", async (command) => {
    const answer = await ssh(`xCommand ${command} ${NETWORK}.2`);
    expect(answer).toMatch(/Hop 1:\n\s+TTL: 1\n/);
    expect(answer).toMatch(new RegExp(`Response: "${NETWORK}\\.2 \\([\\d.]+ ms\\)"`));
    expect(answer).not.toContain("Hop 2:");
  });
});

describe("DNS lookup", () => {
  /** The header's figures and the sections, their records sorted. */
  const told = (text: string) => ({
    status: /status: (\w+)/.exec(text)?.[1],
    flags: /;; flags: .*/.exec(text)?.[0],
    size: /;; MSG SIZE {2}rcvd: \d+/.exec(text)?.[0],
    sections: Array.from(text.matchAll(/;; (\w+) SECTION:\n((?:.+\n)+)/g), ([, name, lines = ""]) => [
      name,
      lines.split("\n").filter(Boolean).toSorted(),
    ]),
  });

  test.each([
    ["_sips._tcp.cluster.lab.example.com", "srv"],
    ["_h323ls._udp.cluster.lab.example.com", "srv"],
    ["cluster.lab.example.com", "a"],
    ["expe1.lab.example.com", "a"],
    ["expe1.lab.example.com", "naptr"],
    ["nobody.lab.example.com", "aaaa"],
    ["a-name-of-39-characters.lab.example.com", "a"],
  ])("tells of %s %s what dig tells (G13.1)", async (name, type) => {
    const { resolver } = device(1);
    const result = await digReports(resolver, { Hostname: name, RecordType: type }, undefined);
    if (!result.ok) throw new Error(result.reason);
    const [report] = result.reports;
    expect(report?.dig).toBe(`dig ${name} ${type.toUpperCase()}`);
    const { stdout, code } = await run("dig", [
      `@${SERVER}`,
      "-p",
      String(53 + PORT_OFFSET),
      "+noedns",
      "+nocookie",
      "+noadflag",
      "+tries=1",
      name,
      type,
    ]);
    expect(code).toBe(0);
    expect(told(report?.output ?? "")).toEqual(told(stdout));
  });
});

describe("A firewall rule", () => {
  test("of another peer that drops everything from here drops echo requests", async () => {
    await addRule(device(2), { Address: `${NETWORK}.1`, PrefixLength: "32", Service: "Custom", Transport: "All" });
    putInForce(device(2));
    expect(await ssh(`xCommand Ping ${NETWORK}.2`)).toContain("no response");
  });
});

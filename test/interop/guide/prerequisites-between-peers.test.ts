import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { needs, run } from "../program.ts";
import { GuideLab } from "./guide-lab.ts";

/*
 * What the cluster guide asks of peers, tried on three of them over OpenSSH and curl: each is asked by itself, and they are
 * compared with each other. The texts of alarms are those of Appendix 1.
 */

needs("ssh");
needs("sshpass");
needs("curl");
needs("openssl");

/** As XML and the CLI write them; the pages have a colon. */
const alarm = (title: string, description: string): string => `${title} - ${description}`;
const H323_OFF = alarm(
  "Invalid clustering configuration",
  "H.323 mode must be turned On - clustering uses H.323 communications between peers",
);
const NOT_IN_THE_LIST = alarm("Cluster replication error", "the local Expressway does not appear in the list of peers");
const DATABASE = alarm(
  "Cluster database communication failure",
  "The database is unable to replicate with one or more of the cluster peers",
);
const PRIMARY_UNREACHABLE = alarm("Cluster replication error", "The primary peer is unreachable");
const RESTART_REQUIRED = alarm(
  "Restart required",
  "IP configuration has been changed, however a restart is required for this to take effect",
);

let lab: GuideLab;

beforeAll(async () => {
  lab = await GuideLab.start("", "", "");
});

afterAll(() => lab?.stop());

/** An item that the copy carries, changed on the primary; what each peer has when two copies were due. */
async function changedOnThePrimary(value: number): Promise<readonly string[]> {
  await lab.types(1, `xconfiguration Bandwidth Default: ${value}`);
  await lab.pass("5m");
  return lab.values("Bandwidth Default");
}

test("G2.10, G12.9 H.323 mode Off is an alarm on every peer, the primary too, until it is On", async () => {
  expect(await lab.alarms()).toEqual([[], [], []]);
  await lab.types(1, "xconfiguration H323 Mode: Off");
  await lab.pass("5m");
  expect(await lab.alarms()).toEqual([[H323_OFF], [H323_OFF], [H323_OFF]]);
  await lab.types(1, "xconfiguration H323 Mode: On");
  await lab.pass("5m");
  expect(await lab.alarms()).toEqual([[], [], []]);
  await lab.pass("1h");
  expect(await lab.alarms()).toEqual([[], [], []]);
});

describe.each([
  ["the primary", 1],
  ["a subordinate", 3],
] as const)("static NAT on LAN 1 of %s", (_whose, place) => {
  test("G3.12, G12.13 says so on that peer, and nothing is copied to or from it; without NAT it is", async () => {
    await lab.types(place, "xconfiguration Ethernet 1 IP V4 StaticNAT Mode: On");
    await lab.pass("5m");
    const others = place === 1 ? [PRIMARY_UNREACHABLE, DATABASE].toSorted() : [DATABASE];
    const expected = [1, 2, 3].map((each) =>
      each === place ? [DATABASE, NOT_IN_THE_LIST, RESTART_REQUIRED].toSorted() : others,
    );
    expect(await lab.alarms()).toEqual(expected);
    const before = (await lab.values("Bandwidth Default"))[1] ?? "";
    const reached = await changedOnThePrimary(500 + place);
    expect(reached).toEqual(place === 1 ? ["501", before, before] : ["503", "503", before]);
    await lab.pass("1d");
    expect(await lab.values("Bandwidth Default")).toEqual(reached);
    await lab.types(place, "xconfiguration Ethernet 1 IP V4 StaticNAT Mode: Off");
    await lab.pass("5m");
    expect(await lab.alarms()).toEqual([[], [], []]);
    expect(await lab.values("Bandwidth Default")).toEqual(Array(3).fill(`${500 + place}`));
  });
});

test("G14.2 without the database channel nothing is copied though the peers hear each other, and both ends say so", async () => {
  await lab.does("fault", "add", "block", "expe1", "expe2", "--service", "database");
  expect(await changedOnThePrimary(600)).toEqual(["600", "503", "600"]);
  expect(await lab.alarms()).toEqual([[DATABASE], [DATABASE, PRIMARY_UNREACHABLE].toSorted(), []]);
  for (const words of await lab.status("Alternates", "Status"))
    expect(words.slice(0, 3)).toEqual(Array(3).fill("Active"));
  await lab.does("fault", "remove", "all");
  await lab.pass("5m");
  expect(await lab.values("Bandwidth Default")).toEqual(["600", "600", "600"]);
  expect(await lab.alarms()).toEqual([[], [], []]);
});

test("G5.1, G5.5 cluster settings, DNS servers, host name and domain stay on their peer while all else is copied", async () => {
  const own = ["Alternates Cluster Name", "IP DNS Hostname", "IP DNS Domain Name", "DNS Server 2 Address"] as const;
  const before = await Promise.all(own.map((item) => lab.values(item)));
  const changed = ["another.lab.example.com", "renamed", "else.example.com", "10.9.8.7"];
  for (const [at, item] of own.entries()) await lab.types(1, `xconfiguration ${item}: "${changed[at]}"`);
  await lab.pass("5m");
  for (const [at, item] of own.entries())
    expect(await lab.values(item)).toEqual([changed[at], ...(before[at]?.slice(1) ?? [])]);
  for (const [at, item] of own.entries()) await lab.types(1, `xconfiguration ${item}: "${before[at]?.[0] ?? ""}"`);
  expect(await changedOnThePrimary(700)).toEqual(["700", "700", "700"]);
  expect(await Promise.all(own.map((item) => lab.values(item)))).toEqual(before);
});

test("G2.3, G4.11, G5.9 each peer has an address and a certificate of its own, and the copy leaves both alone", async () => {
  const certificates = (): Promise<string[]> =>
    Promise.all(
      lab.peers.map(async ({ address, ports }) => {
        const shown = await run("openssl", ["s_client", "-connect", `${address}:${ports.https}`]);
        return (await run("openssl", ["x509", "-noout", "-fingerprint", "-sha256"], shown.stdout)).stdout;
      }),
    );
  const addresses = lab.peers.map(({ address }) => address);
  const before = await certificates();
  expect([new Set(addresses).size, new Set(before).size]).toEqual([3, 3]);
  expect(await lab.values("Ethernet 1 IP V4 Address")).toEqual(addresses);
  expect(await changedOnThePrimary(800)).toEqual(["800", "800", "800"]);
  expect(await lab.values("Ethernet 1 IP V4 Address")).toEqual(addresses);
  expect(await certificates()).toEqual(before);
});

test("G2.4 a way that takes more than 30 ms there and back is found between those peers and no others", async () => {
  await lab.does("fault", "add", "delay", "expe2", "expe3", "--delay", "20ms");
  await lab.pass("1m");
  const found = await lab.doctor();
  expect(found).toMatch(/G2\.4/);
  expect(found).toMatch(/expe2.*expe3|expe3.*expe2/);
  await lab.does("fault", "remove", "all");
  await lab.pass("1m");
  expect(await lab.doctor()).toMatch(/All prerequisites hold\.\n$/);
});

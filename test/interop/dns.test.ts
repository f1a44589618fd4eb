import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startLab, type Lab } from "../../emulator/lab/lab.ts";
import { readScenario } from "../../emulator/lab/scenario/read-scenario.ts";
import { topologyOn } from "../../emulator/lab/scenario/scenario-topology.ts";
import { parseTopology } from "../../emulator/lab/topology/read-topology.ts";
import { builtInTopology } from "../../emulator/lab/topology/topology.ts";
import { MemoryLog } from "../../emulator/world/log.ts";
import { needs, run } from "./program.ts";
import { NETWORK, loopback } from "../loopback.ts";

needs("dig");

const SERVER = loopback(200);
const REVERSED = NETWORK.split(".").toReversed().join(".");
/** The real port number where the user may bind it. */
const portOffset = process.getuid?.() === 0 ? 0 : 20_000;

const log = new MemoryLog();
let lab: Lab;

beforeAll(async () => {
  const topology = { ...builtInTopology({ network: NETWORK, peers: 6 }), surroundings: SERVER, dns };
  lab = await startLab({ topology, log, portOffset, runs: { surroundings: true, peers: [] } });
});
afterAll(async () => {
  await lab.stop();
  expect(log.errors).toEqual([]);
});

interface DigAnswer {
  readonly status: string | undefined;
  readonly flags: string | undefined;
  /** The records of a section, their fields separated by single spaces. */
  readonly answer: string[];
  readonly authority: string[];
  readonly additional: string[];
  readonly text: string;
}

/** The zones of the scenario that ships with the guide's Appendix 5. */
const { dns: guideZones = [] } = topologyOn(
  NETWORK,
  readScenario("scenarios/prerequisites/naptr-records/scenario.yaml").topology,
);

const ownZone = `
peers: [{ name: a, address: 127.0.80.1 }]
dns:
  - zone: company.test
    ttl: 60
    records:
      - { type: SOA, mname: ns1.company.test, rname: hostmaster.company.test, serial: 2013120901, minimum: 30 }
      - { type: NS, target: ns1.company.test }
      - { name: ns1, type: A, address: 192.0.2.53 }
      - { name: www, type: CNAME, target: web.company.test }
      - { name: web, type: CNAME, target: expe1.lab.example.com. }
      - { name: old, type: CNAME, target: gone.company.test }
      - { name: six, type: AAAA, address: "2001:DB8::6" }
      - { type: TXT, text: ["v=spf1 -all", 'a "quote"'] }
      - { name: big, type: TXT, text: [${Array.from({ length: 30 }, (_, place) => `"${String(place).repeat(100)}"`).join(", ")}] }
  - zone: 2.0.192.in-addr.arpa
    records: [{ name: "53", type: PTR, target: ns1.company.test }]
`;
const dns = [...guideZones, ...(parseTopology(ownZone, "own").dns ?? [])];

/** Asks as the product's own DNS lookup page shows it: dig, with its sections. */
async function dig(...words: string[]): Promise<DigAnswer> {
  const { stdout, stderr, code } = await run("dig", [
    `@${SERVER}`,
    "-p",
    String(53 + portOffset),
    "+tries=1",
    "+time=5",
    ...words,
  ]);
  expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
  const section = (name: string): string[] =>
    (new RegExp(`;; ${name} SECTION:\n((?:.+\n)+)`).exec(stdout)?.[1] ?? "")
      .split("\n")
      .filter(Boolean)
      .map((line) => line.replaceAll(/\s+/g, " "));
  return {
    status: /status: (\w+)/.exec(stdout)?.[1],
    flags: /flags: ([^;]*);/.exec(stdout)?.[1],
    answer: section("ANSWER"),
    authority: section("AUTHORITY"),
    additional: section("ADDITIONAL"),
    text: stdout,
  };
}

const places = [1, 2, 3, 4, 5, 6];

describe("the lab's name server, asked with dig", () => {
  test.each(places)("knows peer %d forward and backward (G2.2)", async (place) => {
    const forward = await dig(`expe${place}.lab.example.com`);
    expect(forward).toMatchObject({ status: "NOERROR", flags: "qr aa rd", additional: [] });
    expect(forward.answer).toEqual([`expe${place}.lab.example.com. 86400 IN A ${NETWORK}.${place}`]);
    expect(forward.text).not.toMatch(/malformed|Warning: Message parser/);

    const backward = await dig("-x", `${NETWORK}.${place}`);
    expect(backward.answer).toEqual([`${place}.${REVERSED}.in-addr.arpa. 86400 IN PTR expe${place}.lab.example.com.`]);
  });

  test("knows itself, and the time server by name", async () => {
    expect((await dig("ns.lab.example.com")).answer).toEqual([`ns.lab.example.com. 86400 IN A ${SERVER}`]);
    expect((await dig("NTP.Lab.Example.COM")).answer).toMatchObject([expect.stringContaining(`IN A ${SERVER}`)]);
  });

  test("leads from the cluster's name to all peers (G2.2)", async () => {
    const { answer } = await dig("cluster.lab.example.com", "A");
    expect(answer).toEqual(places.map((place) => `cluster.lab.example.com. 86400 IN A ${NETWORK}.${place}`));
  });

  test.each([
    ["_sips._tcp", 5061],
    ["_sip._tcp", 5060],
    ["_sip._udp", 5060],
    ["_h323ls._udp", 1719],
    ["_h323cs._tcp", 1720],
  ])(
    "leads from %s of the cluster's name to all peers, and gives their addresses with it (G13.2)",
    async (service, port) => {
      const name = `${service}.cluster.lab.example.com`;
      const { status, answer, additional } = await dig("SRV", name);
      expect(status).toBe("NOERROR");
      expect(answer).toEqual(places.map((place) => `${name}. 86400 IN SRV 1 1 ${port} expe${place}.lab.example.com.`));
      expect(additional).toEqual(places.map((place) => `expe${place}.lab.example.com. 86400 IN A ${NETWORK}.${place}`));
    },
  );

  test("tells a name that is not there from one without such a record", async () => {
    expect(await dig("expe7.lab.example.com")).toMatchObject({ status: "NXDOMAIN", answer: [] });
    expect(await dig("www.example.org")).toMatchObject({ status: "NXDOMAIN", answer: [] });
    expect(await dig("-x", `${NETWORK}.77`)).toMatchObject({ status: "NXDOMAIN", answer: [] });
    expect(await dig("expe1.lab.example.com", "AAAA")).toMatchObject({ status: "NOERROR", answer: [] });
    expect(await dig("_tcp.cluster.lab.example.com", "SRV")).toMatchObject({ status: "NOERROR", answer: [] });
  });

  test("says which kinds of request it does not answer", async () => {
    expect(await dig("+opcode=notify", "expe1.lab.example.com")).toMatchObject({ status: "NOTIMP", answer: [] });
  });
});

/** The `RDATA` columns of NAPTR records, as the guide's Appendix 5 has them. */
const naptr = (name: string, ttl: number, ...lines: string[]): string[] =>
  lines.map((line) => `${name}. ${ttl} IN NAPTR ${line}`);

describe("zones of the topology, asked with dig", () => {
  test("the domains of the guide's Appendix 5 (G13.3)", async () => {
    expect((await dig("example.com", "NAPTR")).answer).toEqual(
      naptr(
        "example.com",
        86_400,
        '10 100 "s" "SIPS+D2T" "" _sips._tcp.example.com.',
        '12 100 "s" "SIP+D2T" "" _sip._tcp.example.com.',
        '14 100 "s" "SIP+D2U" "" _sip._udp.example.com.',
      ),
    );
    expect((await dig("www.example.com", "NAPTR")).answer).toEqual(
      naptr(
        "www.example.com",
        86_400,
        '10 100 "s" "http+I2R" "" _http._tcp.example.com.',
        '10 100 "s" "ftp+I2R" "" _ftp._tcp.example.com.',
      ),
    );
  });

  test("the numbers of the guide's Appendix 5, with the zone's name server and its addresses (G13.3)", async () => {
    const first = await dig("0.2.1.7.5.5.enum.lookup.com", "NAPTR");
    expect(first.answer).toEqual(
      naptr(
        "0.2.1.7.5.5.enum.lookup.com",
        60,
        '10 100 "u" "E2U+sip" "!^.*$!john.smith@tandberg.com!" .',
        '12 100 "u" "E2U+h323" "!^.*$!john.smith@tandberg.com!" .',
        '10 100 "u" "mailto+E2U" "!^.*$!mailto:john.smith@tandberg.com!" .',
      ),
    );
    expect(first.authority).toEqual(["enum.lookup.com. 60 IN NS int-server1.example.com."]);
    expect(first.additional).toEqual([
      "int-server1.example.com. 3600 IN A 10.44.9.144",
      "int-server1.example.com. 3600 IN AAAA 3ffe:80ee:3706::9:144",
    ]);
    expect((await dig("1.2.1.7.5.5.enum.lookup.com", "NAPTR")).answer).toEqual(
      naptr("1.2.1.7.5.5.enum.lookup.com", 60, '10 100 "u" "E2U+sip" "!^.*$!mary.jones@tandberg.com!" .'),
    );
    expect((await dig("2.2.1.7.5.5.enum.lookup.com", "NAPTR")).answer).toEqual(
      naptr("2.2.1.7.5.5.enum.lookup.com", 60, '10 100 "u" "E2U+h323" "!^.*$!peter.archibald@myco.com!" .'),
    );
  });

  test("aliases lead on, over zones, and to names that are not there", async () => {
    const { status, answer } = await dig("www.company.test");
    expect(status).toBe("NOERROR");
    expect(answer).toEqual([
      "www.company.test. 60 IN CNAME web.company.test.",
      "web.company.test. 60 IN CNAME expe1.lab.example.com.",
      `expe1.lab.example.com. 86400 IN A ${NETWORK}.1`,
    ]);
    const lost = await dig("old.company.test");
    expect(lost).toMatchObject({ status: "NXDOMAIN", answer: ["old.company.test. 60 IN CNAME gone.company.test."] });
  });

  test("that there is nothing comes with the SOA of the zone, for as long as it says (RFC 2308)", async () => {
    const soa = "SOA ns1.company.test. hostmaster.company.test. 2013120901 3600 600 604800 30";
    const authority = [`company.test. 30 IN ${soa}`];
    expect(await dig("nobody.company.test")).toMatchObject({ status: "NXDOMAIN", answer: [], authority });
    expect(await dig("six.company.test", "A")).toMatchObject({ status: "NOERROR", answer: [], authority });
    expect((await dig("company.test", "SOA")).answer).toEqual([`company.test. 60 IN ${soa}`]);
    const own = await dig("expe7.lab.example.com");
    expect(own.authority).toEqual([expect.stringMatching(/^lab\.example\.com\. 3600 IN SOA ns\.lab\.example\.com\. /)]);
  });

  test("every other kind of record", async () => {
    expect((await dig("six.company.test", "AAAA")).answer).toEqual(["six.company.test. 60 IN AAAA 2001:db8::6"]);
    expect((await dig("company.test", "NS")).answer).toEqual(["company.test. 60 IN NS ns1.company.test."]);
    expect((await dig("company.test", "TXT")).answer).toEqual([
      String.raw`company.test. 60 IN TXT "v=spf1 -all" "a \"quote\""`,
    ]);
    expect((await dig("-x", "192.0.2.53")).answer).toEqual(["53.2.0.192.in-addr.arpa. 86400 IN PTR ns1.company.test."]);
  });
});

describe("the lab's name server, over TCP", () => {
  test("says the same as over UDP", async () => {
    const name = "_h323cs._tcp.cluster.lab.example.com";
    const overTcp = await dig("+tcp", "SRV", name);
    expect(overTcp.text).toContain("(TCP)");
    expect([overTcp.answer, overTcp.additional]).toEqual(
      await dig("SRV", name).then((udp) => [udp.answer, udp.additional]),
    );
    expect(await dig("+tcp", "nobody.company.test")).toMatchObject({ status: "NXDOMAIN" });
  });

  test.each([
    ["more than 512 bytes to a client without extensions", ["+noedns", "SRV", "_h323cs._tcp.cluster.lab.example.com"]],
    ["more than the client takes", ["+bufsize=1232", "TXT", "big.company.test"]],
  ])("has what a datagram does not hold: %s", async (_what, words) => {
    expect(await dig("+ignore", ...words)).toMatchObject({ status: "NOERROR", flags: "qr aa tc rd", answer: [] });
    const { answer, text } = await dig(...words);
    expect(text).toContain(";; Truncated, retrying in TCP mode.");
    expect(answer.length).toBeGreaterThan(0);
  });

  test("answers several questions on one connection", async () => {
    const words = `@${SERVER} -p ${53 + portOffset} +tcp +keepopen +short`.split(" ");
    const { stdout } = await run("dig", [...words, "expe1.lab.example.com", `@${SERVER}`, "expe2.lab.example.com"]);
    expect(stdout).toBe(`${NETWORK}.1\n${NETWORK}.2\n`);
  });
});

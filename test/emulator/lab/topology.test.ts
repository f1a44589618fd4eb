import { describe, expect, it } from "vitest";
import { makeReleaseKey } from "../../../emulator/peer/calls/licensing/release-key.ts";
import { dnsRecordKinds } from "../../../emulator/lab/topology/dns-record-kinds.ts";
import { parseTopology, readTopology } from "../../../emulator/lab/topology/read-topology.ts";
import { builtInTopology, serialNumberOf } from "../../../emulator/lab/topology/topology.ts";

const GOOD = `
domain: example.com
cluster:
  name: cluster.example.com
peers:
  - name: a
    address: 127.0.80.1
    platform: large
    configuration:
      Bandwidth Default: 512
  - name: b
    address: 127.0.80.2
`;

const refusal = (text: string): unknown => {
  try {
    return parseTopology(text, "lab.yaml");
  } catch (error) {
    return error;
  }
};

describe("a topology file", () => {
  it("is filled in with defaults", () => {
    const topology = parseTopology(GOOD, "lab.yaml");
    expect(topology.surroundings).toBe("127.0.80.254");
    expect(topology.cluster).toEqual({ name: "cluster.example.com", preSharedKey: "twin", peers: ["a", "b"] });
    expect(topology.peers[0]).toMatchObject({ platform: "large", product: "expressway-e", softwareVersion: "X8.1" });
    expect(topology.peers[0]?.configuration).toMatchObject({ "Bandwidth Default": "512", "SystemUnit Name": "a" });
  });

  it("gives each peer the release key that its serial number and version need, or the one that it tells", () => {
    const keys = parseTopology(
      GOOD.replace("platform: large", "releaseKey: any text").concat("    serialNumber: 0A1B2C3D\n    version: X8.2\n"),
      "lab.yaml",
    ).peers.map(({ releaseKey }) => releaseKey);
    expect(keys).toEqual(["any text", makeReleaseKey("0A1B2C3D", "X8.2")]);
  });

  it("makes its TMS, where it has one, the external manager of every peer", () => {
    const manager = (text: string) =>
      parseTopology(text, "lab.yaml").peers.map(({ configuration }) => configuration["ExternalManager Address"]);
    expect(manager(`${GOOD}tms: { provisioningLicenses: 5 }\n`)).toEqual(["127.0.80.254", "127.0.80.254"]);
    expect(manager(GOOD)).toEqual([undefined, undefined]);
    expect(refusal(`${GOOD}tms: { provisioningLicenses: -1 }\n`)).toMatchObject({ code: "TOPOLOGY_INVALID" });
  });

  it("has virtual machines, and appliances where it says so", () => {
    const text = GOOD.replace("platform: large", "hardware: appliance");
    const { peers } = parseTopology(text, "lab.yaml");
    expect(peers.map(({ hardware, platform }) => [hardware, platform])).toEqual([
      ["appliance", "medium"],
      ["virtual-machine", "medium"],
    ]);
    const failing = `${text}faults:\n  - { kind: sensor-reading, peer: a, sensor: Fan 2, reads: 0 }\n`;
    expect(parseTopology(failing, "lab.yaml").faults).toHaveLength(1);
  });

  it("has faults that begin with the lab", () => {
    const { faults } = parseTopology(`${GOOD}faults:\n  - { kind: delay, peer: a, delay: 20ms }\n`, "lab.yaml");
    expect(faults).toEqual([{ kind: "delay", peer: "a", delay: "20ms" }]);
  });

  it("has zones, with whole names and what is left out filled in", () => {
    const { dns } = parseTopology(
      `${GOOD}dns:
  - zone: Company.test.
    ttl: 60
    records:
      - { name: _sip._tcp, type: SRV, priority: 1, weight: 2, port: 5060, target: a.example.com. }
      - { type: ENUM, number: "+4420", order: 1, preference: 2, services: E2U+sip, regexp: "!^.*$!a@b!", ttl: 5 }
      - { name: "@", type: TXT, text: hello }
`,
      "lab.yaml",
    );
    const naptr = { order: 1, preference: 2, flags: "u", services: "E2U+sip", regexp: "!^.*$!a@b!", replacement: "." };
    expect(dns).toMatchObject([
      {
        name: "company.test",
        records: [
          {
            name: "_sip._tcp.company.test",
            type: "SRV",
            ttl: 60,
            data: { priority: 1, weight: 2, port: 5060, target: "a.example.com" },
          },
          { name: "0.2.4.4.company.test", type: "NAPTR", ttl: 5, data: naptr },
          { name: "company.test", type: "TXT", data: ["hello"] },
        ],
      },
    ]);
  });

  it.each(dnsRecordKinds.map(({ type, example }) => [type, example]))("takes the example of %s", (_type, example) => {
    expect(parseTopology(zone(example), "lab.yaml").dns?.[0]?.records).toHaveLength(1);
  });

  const zone = (...records: string[]) =>
    `${GOOD}dns:\n  - zone: c.test\n    records:\n${records.map((record) => `      - ${record}\n`).join("")}`;
  const naptr = (regexp: string) =>
    zone(`{ type: ENUM, number: "1", order: 1, preference: 1, services: x, regexp: '${regexp}' }`);
  const www = "{ name: www, type: CNAME, target: a.test }";

  it.each([
    ["a record of no kind", zone("{ type: MX }"), "lab.yaml:16:17", ['"MX"', "A, AAAA, NS, SOA, SRV, NAPTR, ENUM"]],
    ["a record without a kind", zone("{ name: www }"), "lab.yaml:16:9", ["type is missing", "CNAME, TXT, PTR"]],
    [
      "a member of another kind",
      zone("{ type: A, address: 192.0.2.1, port: 5 }"),
      "lab.yaml:16:40",
      ['"port"', "type, name, address, ttl"],
    ],
    ["a record without its data", zone("{ type: SRV, priority: 1 }"), "lab.yaml:16:9", ["weight, port, target"]],
    [
      "an address that is none",
      zone("{ type: A, address: 192.0.2 }"),
      "lab.yaml:16:29",
      ["192.0.2", "an IPv4 address"],
    ],
    ["one of the other family", zone("{ type: AAAA, address: 192.0.2.1 }"), "lab.yaml:16:32", ["192.0.2.1", "IPv6"]],
    [
      "a port that is none",
      zone("{ type: SRV, priority: 1, weight: 1, port: 65536, target: a.test }"),
      "lab.yaml:16:52",
      ["65536", "65535"],
    ],
    ["a name that is none", zone("{ name: a..b, type: TXT, text: x }"), "lab.yaml:16:17", ["a..b", "below the zone"]],
    [
      "a name that is too long",
      zone(`{ name: ${Array.from({ length: 125 }, () => "aa").join(".")}, type: TXT, text: x }`),
      "lab.yaml:16:9",
      ["381 characters", "at most 253"],
    ],
    [
      "a number without quotes",
      zone("{ type: ENUM, number: 557120 }"),
      "lab.yaml:16:31",
      ["557120", "digits in quotes"],
    ],
    ["a substitution of two parts", naptr("!^.*$!"), "lab.yaml:16:82", ["!^.*$!", "2 times ! where 3 belong"]],
    ["one that begins with a digit", naptr("1^.*$1x1"), "lab.yaml:16:82", ["cannot begin with 1"]],
    ["one with a flag that is none", naptr("!^.*$!x!g"), "lab.yaml:16:82", ['"g"', "only i is"]],
    ["one with half an expression", naptr("!^(.*$!x!"), "lab.yaml:16:82", ["^(.*$", "regular expression"]],
    ["one of a group that is not there", naptr("!^(.*)$!x\\2!"), "lab.yaml:16:82", ["\\2", "1 groups"]],
    [
      "a substitution beside a replacement",
      zone("{ type: NAPTR, order: 1, preference: 1, flags: u, services: x, regexp: '!a!b!', replacement: c.test }"),
      "lab.yaml:16:102",
      ["one of the two"],
    ],
    ...["a", "b", "NS", "ntp", "_sips._tcp.cluster", "cluster"].map((name): [string, string, string, string[]] => [
      `an alias for ${name}, a name of the lab itself`,
      zone(`{ name: ${name}, type: CNAME, target: a.test }`).replace("c.test", "example.com"),
      `lab.yaml:16:${name.length + 25}`,
      ["which the lab gives it", "beside a CNAME"],
    ]),
    [
      "an alias for the address of a peer",
      zone('{ name: "2", type: CNAME, target: a.test }').replace("c.test", "80.0.127.in-addr.arpa"),
      "lab.yaml:16:28",
      ["PTR, which the lab gives it"],
    ],
    ["text beyond ASCII", zone("{ type: TXT, text: über }"), "lab.yaml:16:28", ["über", "ASCII"]],
    [
      "an alias beside something else",
      zone(www, "{ name: WWW, type: TXT, text: x }"),
      "lab.yaml:17:28",
      ["CNAME and TXT"],
    ],
    ["an alias for a zone", zone("{ type: CNAME, target: a.test }"), "lab.yaml:16:17", ["SOA, which every zone has"]],
    [
      "a zone twice",
      `${zone()}  - { zone: C.test, records: [] }\n`.replace("records:\n", "records: []\n"),
      "",
      ["twice"],
    ],
    ["a zone that is none", zone(www).replace("c.test", "c_!"), "lab.yaml:14:11", ['"c_!"', "www.example.com"]],
  ])(
    "with %s among its DNS zones is refused with file, line, column and what is allowed",
    (_what, text, where, words) => {
      const error = refusal(text);
      expect(error).toMatchObject({ code: "TOPOLOGY_INVALID", message: expect.stringContaining(where) });
      for (const word of words) expect((error as Error).message).toContain(word);
    },
  );

  it.each([
    ["a fault of no kind", `${GOOD}faults:\n  - kind: flood\n`, "lab.yaml:14:11", ["flood", "cut, loss"]],
    [
      "a fault's member that it does not take",
      `${GOOD}faults:\n  - kind: cut\n    by: 5m\n`,
      "lab.yaml:15:9",
      ["by", "share, every"],
    ],
    [
      "a fault of a peer that is not there",
      `${GOOD}faults:\n  - { kind: cut, peer: c }\n`,
      "lab.yaml:14:24",
      ['"c"', "a, b"],
    ],
    [
      "servers at the address of a peer",
      `surroundings: 127.0.80.2\n${GOOD}`,
      "lab.yaml:1:15",
      ["127.0.80.2 is the address of b", "one of their own"],
    ],
    [
      "a peer at the address of the servers",
      GOOD.replace("127.0.80.2", "127.0.80.254"),
      "lab.yaml:12:14",
      ["127.0.80.254", '"surroundings"'],
    ],
    [
      "an unknown member",
      GOOD.replace("platform: large", "platfrom: large"),
      "lab.yaml:8:5",
      ["platfrom", "platform", "serialNumber"],
    ],
    [
      "a value that is not one of some",
      GOOD.replace("large", "huge"),
      "lab.yaml:8:15",
      ["huge", "small, medium, large"],
    ],
    [
      "hardware of no kind",
      GOOD.replace("platform: large", "hardware: router"),
      "lab.yaml:8:15",
      ["router", "virtual-machine, appliance"],
    ],
    [
      "a sensor that reads, of a virtual machine",
      `${GOOD}faults:\n  - { kind: sensor-reading, peer: a, sensor: Fan 2, reads: 0 }\n`,
      "lab.yaml:14:35",
      ['"a" has hardware virtual-machine', "wants appliance, which these have: none"],
    ],
    [
      "a sensor that no appliance has",
      `${GOOD}faults:\n  - { kind: sensor-reading, peer: a, sensor: Fan 0, reads: 0 }\n`,
      "lab.yaml:14:46",
      ["Fan 0", "one of Fan 1, Fan 2"],
    ],
    ["a missing member", GOOD.replace("    address: 127.0.80.2\n", ""), "lab.yaml:11:5", ["address is missing"]],
    ["an address that is none", GOOD.replace("127.0.80.2", "localhost"), "lab.yaml:12:14", ["localhost"]],
    [
      "the same address twice",
      GOOD.replace("127.0.80.2", "127.0.80.1"),
      "lab.yaml:12:14",
      ["127.0.80.1", "address of a"],
    ],
    ["the same name twice", GOOD.replace("name: b", "name: a"), "lab.yaml:11:11", ['"a"']],
    [
      "an item that does not exist",
      GOOD.replace("Bandwidth Default", "Bandwidth Defualt"),
      "lab.yaml:10:7",
      ["Bandwidth Defualt"],
    ],
    ["a value that the item does not take", GOOD.replace("512", "5"), "lab.yaml:10:26", ['"5"', "64 to 65535"]],
    [
      "a member of the cluster that is no peer",
      GOOD.replace("name: cluster.example.com", "name: c\n  peers: [a, z]"),
      "lab.yaml:5:14",
      ['"z"', "a, b"],
    ],
    ["a name that differs in case only", GOOD.replace("name: b", "name: A"), "lab.yaml:11:11", ['"A"']],
    ["the name of the lab's own server", GOOD.replace("name: b", "name: ns"), "lab.yaml:11:11", ['"ns"']],
    [
      "a peer twice in its cluster",
      GOOD.replace("name: cluster.example.com", "name: c\n  peers: [a, a]"),
      "lab.yaml:5:14",
      ['"a"', "twice"],
    ],
    ["what is not YAML", "peers: [", "lab.yaml:1:9", []],
    ["nothing at all", "", "lab.yaml:1:1", []],
  ])("with %s is refused with file, line, column and what is allowed", (_what, text, where, words) => {
    const error = refusal(text);
    expect(error).toMatchObject({ code: "TOPOLOGY_INVALID", message: expect.stringContaining(`${where}: `) });
    for (const word of words) expect((error as Error).message).toContain(word);
  });

  it("that is not there is named", () => {
    expect(() => readTopology("/no/such/lab.yaml")).toThrow(expect.objectContaining({ code: "TOPOLOGY_UNREADABLE" }));
  });
});

describe("the built-in topology", () => {
  it("is three peers in a cluster, or as many as told, or peers as unpacked", () => {
    expect(builtInTopology().peers.map((peer) => peer.address)).toEqual(["127.0.10.1", "127.0.10.2", "127.0.10.3"]);
    expect(builtInTopology().cluster?.peers).toEqual(["expe1", "expe2", "expe3"]);
    expect(builtInTopology({ peers: 6 }).peers).toHaveLength(6);
    const blank = builtInTopology({ blank: true });
    expect([blank.cluster, blank.peers[0]?.configuration]).toEqual([undefined, {}]);
  });

  it("gives every peer a serial number of its own", () => {
    const numbers = Array.from({ length: 600 }, (_, place) => serialNumberOf(place));
    expect(new Set(numbers).size).toBe(600);
    for (const number of numbers) expect(number).toMatch(/^[0-9A-F]{8}$/);
  });
});

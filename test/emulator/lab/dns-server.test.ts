import dnsPacket, { type Answer, type Packet, type RecordType } from "dns-packet";
import * as fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { answerQuery, type DnsTransport } from "../../../emulator/lab/surroundings/dns-answer.ts";
import { DnsRecords } from "../../../emulator/lab/surroundings/dns-records.ts";
import { recordsOf } from "../../../emulator/lab/surroundings/lab-records.ts";
import { parseTopology } from "../../../emulator/lab/topology/read-topology.ts";
import { builtInTopology } from "../../../emulator/lab/topology/topology.ts";

const records = new DnsRecords(recordsOf(builtInTopology()));

interface Reply {
  readonly answers: readonly Answer[];
  readonly authorities: readonly Answer[];
  readonly additionals: readonly Answer[];
  readonly code: string;
  readonly truncated: boolean;
  readonly size: number;
}

interface Asked {
  readonly from?: DnsRecords;
  readonly transport?: DnsTransport;
  /** Bytes of a datagram that the client takes, told with extensions. */
  readonly takes?: number;
}

function ask(name: string, type: RecordType, { from = records, transport, takes }: Asked = {}): Reply {
  const query: Packet = { type: "query", id: 7, flags: dnsPacket.RECURSION_DESIRED, questions: [{ type, name }] };
  const opt = {
    type: "OPT",
    name: ".",
    udpPayloadSize: takes ?? 0,
    extendedRcode: 0,
    ednsVersion: 0,
    flags: 0,
  } as const;
  const additionals: Answer[] = takes === undefined ? [] : [{ ...opt, flag_do: false, options: [] }];
  const data = answerQuery(dnsPacket.encode({ ...query, additionals }), from, transport) ?? new Uint8Array();
  const answer = dnsPacket.decode(Buffer.from(data));
  expect(answer.id).toBe(7);
  return {
    answers: answer.answers ?? [],
    authorities: answer.authorities ?? [],
    additionals: answer.additionals ?? [],
    code: (answer as unknown as { rcode: string }).rcode,
    truncated: answer.flag_tc,
    size: data.length,
  };
}

afterEach(() => vi.restoreAllMocks());

describe("the lab's name server (G2.2, G13.2)", () => {
  it("knows each peer forward and backward", () => {
    expect(ask("expe2.lab.example.com", "A").answers).toMatchObject([{ data: "127.0.10.2" }]);
    expect(ask("EXPE2.lab.example.com", "A").answers).toMatchObject([{ data: "127.0.10.2" }]);
    expect(ask("2.10.0.127.in-addr.arpa", "PTR").answers).toMatchObject([{ data: "expe2.lab.example.com" }]);
  });

  it.each([
    ["_sips._tcp", 5061],
    ["_sip._tcp", 5060],
    ["_sip._udp", 5060],
    ["_h323ls._udp", 1719],
    ["_h323cs._tcp", 1720],
  ])("leads from the service %s of the cluster to all peers, with their addresses", (service, port) => {
    const { answers, additionals } = ask(`${service}.cluster.lab.example.com`, "SRV");
    expect(answers.map((answer) => answer.type === "SRV" && answer.data)).toEqual(
      [1, 2, 3].map((index) => ({ priority: 1, weight: 1, port, target: `expe${index}.lab.example.com` })),
    );
    expect(additionals).toHaveLength(3);
  });

  it("tells a name that does not exist from one without such a record", () => {
    expect(ask("nobody.lab.example.com", "A")).toMatchObject({ code: "NXDOMAIN", answers: [] });
    expect(ask("expe1.lab.example.com", "TXT")).toMatchObject({ code: "NOERROR", answers: [] });
    expect(ask("_tcp.cluster.lab.example.com", "SRV")).toMatchObject({ code: "NOERROR", answers: [] });
  });
});

const zones = new DnsRecords(
  recordsOf(
    parseTopology(
      `
peers: [{ name: a, address: 127.0.80.1 }]
dns:
  - zone: short.test
    ttl: 600
    records:
      - { type: SOA, mname: ns.short.test, rname: me.short.test, serial: 5, minimum: 30 }
      - { type: NS, target: ns.short.test }
      - { name: ns, type: A, address: 192.0.2.53 }
      - { name: ns, type: AAAA, address: "2001:db8::53" }
      - { name: one, type: CNAME, target: two.short.test }
      - { name: two, type: CNAME, target: a.lab.example.com. }
      - { name: lost, type: CNAME, target: nobody.short.test }
      - { name: away, type: CNAME, target: www.far.test }
      - { name: round, type: CNAME, target: about.short.test }
      - { name: about, type: CNAME, target: round.short.test }
      - { name: long, type: TXT, text: [${Array.from({ length: 3 }, () => "x".repeat(250)).join(", ")}] }
      - { name: longer, type: TXT, text: [${Array.from({ length: 20 }, () => "y".repeat(250)).join(", ")}] }
`,
      "lab.yaml",
    ),
  ),
);

describe("the lab's name server with zones of the topology", () => {
  const soa = (name: string, ttl: number) => [expect.objectContaining({ type: "SOA", name, ttl }) as unknown];

  it("follows aliases, into other zones as well", () => {
    const { answers, code } = ask("ONE.short.test", "A", { from: zones });
    expect(answers.map(({ name, type }) => [name, type])).toEqual([
      ["one.short.test", "CNAME"],
      ["two.short.test", "CNAME"],
      ["a.lab.example.com", "A"],
    ]);
    expect(code).toBe("NOERROR");
    expect(ask("one.short.test", "CNAME", { from: zones }).answers).toHaveLength(1);
  });

  it("has the code of the last name of a chain (RFC 6604), and the SOA of its zone (RFC 2308)", () => {
    const asked = (name: string) => ask(`${name}.short.test`, "A", { from: zones });
    expect(asked("lost")).toMatchObject({ code: "NXDOMAIN", authorities: soa("short.test", 30) });
    expect(asked("away")).toMatchObject({ code: "NXDOMAIN", authorities: soa(".", 3600) });
    expect(ask("one.short.test", "TXT", { from: zones })).toMatchObject({
      code: "NOERROR",
      authorities: soa("lab.example.com", 3600),
    });
    // Round and round there is no end: what is known comes once.
    expect(asked("round").answers.map(({ name }) => name)).toEqual(["round.short.test", "about.short.test"]);
  });

  it("names the servers of a zone that has them, with their addresses, as the guide's examples do (G13.3)", () => {
    const { authorities, additionals } = ask("long.short.test", "TXT", { from: zones, transport: "TCP" });
    expect(authorities).toMatchObject([{ type: "NS", name: "short.test", data: "ns.short.test", ttl: 600 }]);
    expect(additionals).toMatchObject([{ data: "192.0.2.53" }, { data: "2001:db8::53" }]);
  });

  it("leaves out what a datagram cannot hold, and says so: 512 bytes, or as many as the client takes", () => {
    expect(ask("long.short.test", "TXT", { from: zones })).toMatchObject({ truncated: true, answers: [] });
    expect(ask("long.short.test", "TXT", { from: zones, takes: 100 })).toMatchObject({ truncated: true });
    expect(ask("long.short.test", "TXT", { from: zones, takes: 1232 })).toMatchObject({ truncated: false });
    expect(ask("longer.short.test", "TXT", { from: zones, takes: 65_000 })).toMatchObject({ truncated: true });
    const { size, answers } = ask("longer.short.test", "TXT", { from: zones, transport: "TCP" });
    expect([size > 5000, answers.length]).toEqual([true, 1]);
  });

  it("answers a query for another class, and extensions of another version, with the code for that", () => {
    const query = (question: object, ednsVersion?: number) => {
      const opt = { type: "OPT", name: ".", udpPayloadSize: 512, extendedRcode: 0, flags: 0, options: [] };
      const additionals = ednsVersion === undefined ? [] : [{ ...opt, ednsVersion }];
      return dnsPacket.encode({ type: "query", questions: [question], additionals } as unknown as Packet);
    };
    const answered = (data: Uint8Array) => dnsPacket.decode(Buffer.from(answerQuery(data, zones) ?? []));
    expect(answered(query({ type: "TXT", name: "version.bind", class: "CH" }))).toMatchObject({ rcode: "REFUSED" });
    expect(answered(query({ type: "A", name: "a.lab.example.com" }, 1)).additionals).toMatchObject([
      { type: "OPT", extendedRcode: 1 },
    ]);
  });
});

describe("what is no query", () => {
  it("is dropped on a look at its header: nothing decodes it", () => {
    const decode = vi.spyOn(dnsPacket, "decode");
    const query = dnsPacket.encode({ type: "query", id: 1, questions: [{ type: "A", name: "a.test" }] });
    const changed = (change: (bytes: Buffer) => void): Buffer => {
      const bytes = Buffer.from(query);
      change(bytes);
      return bytes;
    };
    const garbage = [
      Buffer.alloc(65_000, 0xff),
      Buffer.alloc(0),
      query.subarray(0, 11),
      changed((bytes) => bytes.writeUInt8(0x80, 2)),
      // Counts of questions, answers, authorities and what comes besides.
      ...[4, 6, 8, 10].map((place) => changed((bytes) => bytes.writeUInt16BE(65_535, place))),
      changed((bytes) => bytes.writeUInt16BE(0, 4)),
    ];
    expect(garbage.map((data) => answerQuery(data, records))).toEqual(garbage.map(() => undefined));
    expect(decode).not.toHaveBeenCalled();
    expect(answerQuery(query, records)).toBeDefined();
    expect(decode).toHaveBeenCalledTimes(1);
  });

  it("behind a header of a query that breaks off is told to be malformed (RFC 1035, section 4.1.1)", () => {
    const query = dnsPacket.encode({ type: "query", id: 513, questions: [{ type: "A", name: "a.test" }] });
    const answer = answerQuery(query.subarray(0, 14), records);
    expect(Buffer.from(answer ?? []).toString("hex")).toBe("020180010000000000000000");
  });

  it("behind a header of a query is left unanswered or answered properly, and nothing fails", () => {
    const header = Buffer.from("0001000000010000000000", "hex");
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.boolean(), (data, behindHeader) => {
        const answer = answerQuery(behindHeader ? Buffer.concat([header, Buffer.from([0]), data]) : data, records);
        if (answer) dnsPacket.decode(Buffer.from(answer));
      }),
    );
  });
});

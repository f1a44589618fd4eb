import dnsPacket, { type Answer, type DecodedPacket } from "dns-packet";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digText, type DigReply } from "../../../protocol/dns/dig-text.ts";
import { recordData } from "../../../protocol/dns/record-data.ts";

/** The message as the wire brings it. */
const onTheWire = (packet: dnsPacket.Packet): DecodedPacket => dnsPacket.decode(dnsPacket.encode(packet));

const replyOf = (message: DecodedPacket): DigReply => ({
  message,
  size: 250,
  took: 0.4,
  server: { address: "192.0.2.53", port: 53 },
  at: Date.UTC(2013, 11, 9, 10, 0, 5),
});

const RECURSION_AVAILABLE = 0x80;

describe("the output of dig", () => {
  test("is laid out as in the guide's Appendix 4 (G13.1)", () => {
    const name = "_sip._tcp.example.com";
    const service = (target: string): Answer => ({
      name,
      type: "SRV",
      ttl: 1183,
      data: { priority: 1, weight: 0, port: 5060, target },
    });
    const message = onTheWire({
      type: "response",
      id: 44952,
      flags: dnsPacket.RECURSION_DESIRED | RECURSION_AVAILABLE,
      questions: [{ name, type: "SRV" }],
      answers: [service("expe1.example.com"), service("expe2.example.com")],
      authorities: [{ name: "example.com", type: "NS", ttl: 87450, data: "ns1.mydyndns.org" }],
      additionals: [{ name: "expe1.example.com", type: "A", ttl: 1536, data: "194.73.59.53" }],
    });
    expect(digText(`${name} SRV`, replyOf(message)).split("\n")).toEqual([
      "; <<>> DiG 9.4.1 <<>> _sip._tcp.example.com SRV",
      ";; global options: printcmd",
      ";; Got answer:",
      ";; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 44952",
      ";; flags: qr rd ra; QUERY: 1, ANSWER: 2, AUTHORITY: 1, ADDITIONAL: 1",
      "",
      ";; QUESTION SECTION:",
      ";_sip._tcp.example.com.\t\tIN\tSRV",
      "",
      ";; ANSWER SECTION:",
      "_sip._tcp.example.com.\t1183\tIN\tSRV\t1 0 5060 expe1.example.com.",
      "_sip._tcp.example.com.\t1183\tIN\tSRV\t1 0 5060 expe2.example.com.",
      "",
      ";; AUTHORITY SECTION:",
      "example.com.\t\t87450\tIN\tNS\tns1.mydyndns.org.",
      "",
      ";; ADDITIONAL SECTION:",
      "expe1.example.com.\t1536\tIN\tA\t194.73.59.53",
      "",
      ";; Query time: 0 msec",
      ";; SERVER: 192.0.2.53#53(192.0.2.53)",
      ";; WHEN: Mon Dec  9 10:00:05 2013",
      ";; MSG SIZE  rcvd: 250",
      "",
    ]);
  });

  test("names what went wrong", () => {
    const refused = onTheWire({ type: "response", id: 1, flags: 3, questions: [{ name: "a.test", type: "A" }] });
    expect(digText("a.test A", replyOf(refused))).toContain("status: NXDOMAIN, id: 1\n");
    expect(digText("a.test A", undefined)).toMatch(/;; connection timed out; no servers could be reached\n$/);
  });

  test("says first that it has asked again over TCP", () => {
    const answer = onTheWire({ type: "response", id: 1, flags: 0, questions: [{ name: "a.test", type: "A" }] });
    const again = digText("a.test A", { ...replyOf(answer), overTcp: true });
    expect(again).toBe(`;; Truncated, retrying in TCP mode.\n\n${digText("a.test A", replyOf(answer))}`);
  });

  test("counts what it shows, whatever records there are", () => {
    const label = fc.stringMatching(/^[a-z]([a-z0-9-]{0,20}[a-z0-9])?$/);
    const name = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join("."));
    const ttl = fc.nat({ max: 604_800 });
    const record = fc.oneof(
      fc.record({ name, ttl, type: fc.constant("A" as const), data: fc.ipV4() }),
      fc.record({ name, ttl, type: fc.constant("CNAME" as const), data: name }),
      fc.record({ name, ttl, type: fc.constant("TXT" as const), data: fc.string({ maxLength: 40 }) }),
      fc.record({ name, ttl, type: fc.constant("HINFO" as const), data: fc.constant({ cpu: "a", os: "b" }) }),
    );
    fc.assert(
      fc.property(name, fc.array(record, { maxLength: 5 }), (asked, answers) => {
        const question = { name: asked, type: "A" } as const;
        const text = digText(asked, replyOf(onTheWire({ type: "response", id: 7, questions: [question], answers })));
        expect(text).toContain(`QUERY: 1, ANSWER: ${answers.length}, AUTHORITY: 0, ADDITIONAL: 0`);
        const section = /;; ANSWER SECTION:\n((?:.+\n)*)/.exec(text)?.[1] ?? "";
        expect(section.split("\n").filter(Boolean)).toHaveLength(answers.length);
        for (const line of section.split("\n").filter(Boolean)) expect(line).toMatch(/^\S+\.\s+\d+\s+IN\s+[A-Z]+\s/);
      }),
    );
  });
});

describe("the data of a record", () => {
  test.each<[Answer, string]>([
    [{ name: "a", type: "MX", data: { preference: 10, exchange: "mail.example.com" } }, "10 mail.example.com."],
    [{ name: "a", type: "TXT", data: ['say "hi"', "back\\slash", "\u0007"] }, '"say \\"hi\\"" "back\\\\slash" "\\007"'],
    [
      {
        name: "a",
        type: "NAPTR",
        data: { order: 10, preference: 100, flags: "u", services: "E2U+sip", regexp: "!^.*$!bob@a!", replacement: "" },
      },
      '10 100 "u" "E2U+sip" "!^.*$!bob@a!" .',
    ],
    [
      {
        name: "a",
        type: "SOA",
        data: { mname: "ns.a", rname: "root.a", serial: 1, refresh: 2, retry: 3, expire: 4, minimum: 5 },
      },
      "ns.a. root.a. 1 2 3 4 5",
    ],
  ])("%j", (record, data) => {
    expect(recordData(record)).toBe(data);
  });
});

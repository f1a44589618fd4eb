import dnsPacket, { type Answer } from "dns-packet";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerQuery } from "../../../emulator/lab/surroundings/dns-server.ts";
import { zoneOf } from "../../../emulator/lab/surroundings/dns-zone.ts";
import { builtInTopology } from "../../../emulator/lab/topology/topology.ts";

const zone = zoneOf(builtInTopology());

function ask(
  name: string,
  type: "A" | "PTR" | "SRV" | "TXT",
): { answers: Answer[]; code: string; additionals: Answer[] } {
  const query = dnsPacket.encode({
    type: "query",
    id: 7,
    flags: dnsPacket.RECURSION_DESIRED,
    questions: [{ type, name }],
  });
  const answer = dnsPacket.decode(Buffer.from(answerQuery(query, zone) ?? []));
  expect(answer.id).toBe(7);
  return {
    answers: answer.answers ?? [],
    additionals: answer.additionals ?? [],
    code: (answer as unknown as { rcode: string }).rcode,
  };
}

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

  it("leaves random bytes unanswered or answers them properly, and never fails", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (data) => {
        const answer = answerQuery(data, zone);
        if (answer) dnsPacket.decode(Buffer.from(answer));
      }),
    );
  });
});

import type { Answer } from "dns-packet";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DnsServer } from "../../../emulator/lab/surroundings/dns-server.ts";
import { seconds } from "../../../emulator/world/duration.ts";
import { Occurrence } from "../../../emulator/world/occurrence.ts";
import { SimulatedCluster } from "../../simulation/simulated-cluster.ts";
import { error, ok, typedOn } from "./typed-command.ts";

const DNS_ADDRESS = "10.0.0.253";
let cluster: SimulatedCluster;

beforeEach(async () => {
  cluster = await SimulatedCluster.start({ seed: 1, peers: 1, formed: false });
  await cluster.advance(seconds(10));
});

afterEach(() => cluster.stop());

const type = (line: string): Promise<string> => typedOn(cluster, line);

describe("DNSLookup", () => {
  const domain = "example.com";
  beforeEach(async () => {
    await new DnsServer(cluster.world.network, DNS_ADDRESS, [
      { name: `vcs.${domain}`, type: "A", ttl: 60, data: "10.0.0.1" },
      { name: `vcs.${domain}`, type: "AAAA", ttl: 61, data: "2001:db8::1" },
      {
        name: `_sip._tcp.vcs.${domain}`,
        type: "SRV",
        ttl: 62,
        data: { priority: 1, weight: 2, port: 5060, target: "a" },
      },
      {
        name: `vcs.${domain}`,
        type: "NAPTR",
        ttl: 63,
        data: { order: 1, preference: 2, flags: "s", services: "SIP+D2T", regexp: "", replacement: "_sip._tcp" },
      },
      { name: "1.0.0.10.in-addr.arpa", type: "PTR", ttl: 64, data: `vcs.${domain}` },
    ]).start();
    cluster.set(1, "DNS Server 1 Address", DNS_ADDRESS);
  });

  test("asks for all records of a host, and tells each as it came", async () => {
    expect(await type(`xCommand DNSLookup Hostname: vcs.${domain}`)).toBe(
      ok(
        ...[
          ["A", `vcs.${domain}`, 60, "A", "10.0.0.1"],
          ["AAAA", `vcs.${domain}`, 61, "AAAA", "2001:db8::1"],
          ["SRV", `_sip._tcp.vcs.${domain}`, 62, "SRV", "1 2 5060 a"],
          ["NAPTR", `vcs.${domain}`, 63, "NAPTR", '1 2 \\"s\\" \\"SIP+D2T\\" \\"\\" _sip._tcp'],
        ].flatMap(([query, name, ttl, kind, response], place) => [
          `     Record ${place + 1}:`,
          `       QueryType: "${query}"`,
          `       Name: "${name}"`,
          `       TTL: ${ttl}`,
          `       Class: "IN"`,
          `       Type: "${kind}"`,
          `       Response: "${response}"`,
        ]),
      ),
    );
  });

  test("asks for one type, for a service as typed, for a name with the domain, and for the name of an address", async () => {
    expect(await type(`xCommand DNSLookup vcs.${domain} aaaa`)).not.toContain("10.0.0.1");
    expect(await type(`xCommand DNSLookup _sip._tcp.vcs.${domain} srv`)).toContain('Response: "1 2 5060 a"');
    cluster.set(1, "IP DNS Domain Name", domain);
    expect(await type("xCommand DNSLookup vcs a")).toContain(`Name: "vcs.${domain}"`);
    expect(await type("xCommand DNSLookup 10.0.0.1")).toContain(`Response: "vcs.${domain}"`);
  });

  test("tells what it did not find, and that nobody answers", async () => {
    expect(await type(`xCommand DNSLookup nobody.${domain}`)).toBe(error(`no records of nobody.${domain} were found`));
    expect(await type("xCommand DNSLookup")).toBe(error("Missing argument: Hostname"));
    expect(await type("xCommand DNSLookup Hostname: 2001:db8::1")).toMatch(/is an IPv6 address/);
    expect(await type("xCommand DNSLookup a b")).toMatch(/one of all, a, aaaa, srv, naptr/);
    cluster.set(1, "DNS Server 1 Address", "10.0.0.99");
    expect(await type(`xCommand DNSLookup vcs.${domain}`)).toBe(error("no DNS server answers"));
    cluster.set(1, "DNS Server 1 Address", "");
    expect(await type(`xCommand DNSLookup vcs.${domain}`)).toBe(error("no DNS server answers"));
  });

  describe("an answer that no datagram holds", () => {
    const servers = Array.from({ length: 12 }, (_, place) => `${"s".repeat(40)}${place}.${domain}`);
    const records = servers.map((target): Answer => {
      const data = { priority: 1, weight: 1, port: 5061, target };
      return { name: `_sips._tcp.${domain}`, type: "SRV", ttl: 60, data };
    });
    const lookUp = `xCommand DNSLookup _sips._tcp.${domain} srv`;
    let large: DnsServer;

    beforeEach(async () => {
      large = new DnsServer(cluster.world.network, "10.0.0.252", records);
      await large.start();
      cluster.set(1, "DNS Server 1 Address", "10.0.0.252");
    });

    test("is asked for again over TCP (RFC 7766)", async () => {
      const shown = await type(lookUp);
      for (const target of servers) expect(shown).toContain(`Response: "1 1 5061 ${target}"`);
    });

    test("is given up where TCP brings nothing", async () => {
      // The first question comes over UDP, the second over TCP.
      large.add({ concerns: () => true, occurrence: new Occurrence({ every: 2 }, 1), effect: { kind: "silent" } });
      expect(await type(lookUp)).toBe(error("no DNS server answers"));
    });
  });

  test("asks the server of the name's domain where it has one, and only there", async () => {
    await new DnsServer(cluster.world.network, "10.0.0.252", [
      { name: "a.inside.test", type: "A", ttl: 1, data: "10.9.9.9" },
    ]).start();
    await type("xCommand DNSPerDomainServerAdd Address: 10.0.0.252 Domain1: other.test Domain2: Inside.test");
    expect(await type("xCommand DNSLookup a.inside.test a")).toContain("10.9.9.9");
    expect(await type("xCommand DNSLookup a.notinside.test a")).toBe(
      error("no records of a.notinside.test were found"),
    );
    expect(await type(`xCommand DNSLookup vcs.${domain} a`)).toContain("10.0.0.1");
    await type("xCommand DNSPerDomainServerDelete 10.0.0.252");
    expect(await type("xCommand DNSLookup a.inside.test a")).toBe(error("no records of a.inside.test were found"));
  });
});

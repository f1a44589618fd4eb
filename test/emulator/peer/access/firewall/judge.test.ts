import { BlockList } from "node:net";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firewallServices, type ServicePorts } from "../../../../../emulator/model/firewall-services.ts";
import type { FirewallRule } from "../../../../../emulator/peer/access/firewall/firewall-rule.ts";
import { judgeBy } from "../../../../../emulator/peer/access/firewall/judge.ts";
import type { Arrival } from "../../../../../emulator/world/inbound-filter.ts";

const LAN1 = "192.0.2.1";
const LAN2 = "203.0.113.1";
const CLIENT = "198.51.100.7";

const rule = (given: Partial<FirewallRule>): FirewallRule => ({
  Priority: "10",
  Interface: "LAN1",
  Address: "0.0.0.0",
  PrefixLength: "0",
  Service: "Custom",
  Transport: "TCP",
  StartPort: "1",
  EndPort: "65535",
  Action: "Drop",
  Description: "",
  ...given,
});

const arrival = (given: Partial<Arrival> & { readonly port?: number } = {}): Arrival => ({
  protocol: "tcp",
  from: { address: CLIENT, port: 40_000 },
  to: { address: LAN1, port: given.port ?? 443 },
  ...given,
});

const judge = (rules: readonly FirewallRule[], what: Arrival): string | undefined =>
  judgeBy(rules, { lan1: LAN1, lan2: LAN2 })?.(what);

describe("what a rule is about", () => {
  test("the address, the transport and the ports, both ends of each range included", () => {
    const ssh = rule({ Address: "198.51.100.4", PrefixLength: "30", StartPort: "20", EndPort: "22" });
    expect([19, 20, 22, 23].map((port) => judge([ssh], arrival({ port })))).toEqual(["allow", "drop", "drop", "allow"]);
    expect(judge([ssh], arrival({ port: 22, protocol: "udp" }))).toBe("allow");
    const from = (address: string): Arrival => arrival({ port: 22, from: { address, port: 1 } });
    expect([3, 4, 7, 8].map((last) => judge([ssh], from(`198.51.100.${last}`)))).toEqual([
      "allow",
      "drop",
      "drop",
      "allow",
    ]);
  });

  test.each(firewallServices.map(({ word, ports }) => [word, ports as readonly ServicePorts[]] as const))(
    "%s is its ports and no others",
    (word, ports) => {
      for (const protocol of ["tcp", "udp"] as const)
        for (const port of [22, 80, 443, 500, 1719, 1720, 3478, 3483, 3484, 4368, 4369, 4380, 4381, 5060, 5061, 5062]) {
          const inService = ports.some(
            ({ transport, first, last }) => transport.toLowerCase() === protocol && port >= first && port <= last,
          );
          expect(judge([rule({ Service: word })], arrival({ protocol, port }))).toBe(inService ? "drop" : "allow");
        }
    },
  );

  test("G14.2 AH is what stands for IP protocol 51: the database stream, and nothing else", () => {
    const ah = rule({ Transport: "AH" });
    expect(judge([ah], arrival({ port: 4370 }))).toBe("drop");
    expect(judge([ah], arrival({ port: 443 }))).toBe("allow");
    expect(judge([ah], arrival({ port: 4370, protocol: "udp" }))).toBe("allow");
  });

  test("All is every transport, whatever its ports", () => {
    const all = rule({ Transport: "All", StartPort: "7", EndPort: "7" });
    expect(judge([all], arrival({ port: 4370 }))).toBe("drop");
    expect(judge([all], arrival({ port: 1719, protocol: "udp" }))).toBe("drop");
  });

  test("the interface that it names", () => {
    const onLan2 = rule({ Interface: "LAN2" });
    expect(judge([onLan2], arrival())).toBe("allow");
    expect(judge([onLan2], arrival({ to: { address: LAN2, port: 443 } }))).toBe("drop");
    expect(judge([rule({})], arrival({ to: { address: LAN2, port: 443 } }))).toBe("allow");
  });

  test("never what the peer sends to itself", () => {
    expect(judge([rule({ Transport: "All" })], arrival({ from: { address: LAN1, port: 1 } }))).toBe("allow");
  });
});

test("without rules there is no judge at all", () => {
  expect(judgeBy([], { lan1: LAN1, lan2: LAN2 })).toBeUndefined();
});

const anyRule = fc
  .record({
    Address: fc.constantFrom("198.51.100.7", "198.51.0.0", "10.0.0.0", "0.0.0.0"),
    PrefixLength: fc.integer({ min: 0, max: 32 }),
    Transport: fc.constantFrom("TCP", "UDP", "All"),
    first: fc.integer({ min: 1, max: 60 }),
    length: fc.integer({ min: 0, max: 40 }),
    Action: fc.constantFrom("Allow", "Drop", "Reject"),
  })
  .map(({ first, length, PrefixLength, ...given }) =>
    rule({ ...given, PrefixLength: `${PrefixLength}`, StartPort: `${first}`, EndPort: `${first + length}` }),
  );

test("the first rule by priority decides, in whatever order they come; else it is allowed", () => {
  const rules = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 65_535 }), anyRule), {
    selector: ([priority]) => priority,
    minLength: 1,
    maxLength: 8,
  });
  const what = fc.record({
    address: fc.constantFrom("198.51.100.7", "198.51.100.6", "198.51.7.7", "10.9.8.7", "203.0.113.9"),
    protocol: fc.constantFrom("tcp" as const, "udp" as const),
    port: fc.integer({ min: 1, max: 100 }),
  });
  fc.assert(
    fc.property(rules, what, (given, { address, protocol, port }) => {
      const all = given.map(([priority, each]) => ({ ...each, Priority: String(priority) }));
      let expected = "allow";
      let decidedAt = Infinity;
      for (const each of all) {
        const range = new BlockList();
        range.addSubnet(each.Address, Number(each.PrefixLength), "ipv4");
        const portFits = each.Transport === "All" || (port >= Number(each.StartPort) && port <= Number(each.EndPort));
        const transportFits = each.Transport === "All" || each.Transport.toLowerCase() === protocol;
        if (!range.check(address) || !portFits || !transportFits || Number(each.Priority) > decidedAt) continue;
        decidedAt = Number(each.Priority);
        expected = each.Action.toLowerCase();
      }
      expect(judge(all, arrival({ protocol, port, from: { address, port: 1 } }))).toBe(expected);
    }),
  );
});

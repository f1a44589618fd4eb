import { afterAll, beforeAll, expect, test } from "vitest";
import { startRestPeer, type RestPeer } from "./rest-peer.ts";

let peer: RestPeer;
beforeAll(async () => {
  peer = await startRestPeer();
});
afterAll(() => peer.close());

test("a PUT of two members leaves the others; what was wrong changes nothing", async () => {
  const path = "common/dns/dns";
  await peer.done("PUT", path, { SystemHostName: "expe", DomainName: "example.com" });
  await peer.done("PUT", path, { DNSRequestsPortRange: "Use a custom port range", DNSRequestsPortRangeStart: "2048" });
  const all = {
    SystemHostName: "expe",
    DomainName: "example.com",
    DNSRequestsPortRange: "Use a custom port range",
    DNSRequestsPortRangeStart: 2048,
    DNSRequestsPortRangeEnd: 65_535,
  };
  expect(await peer.get(path)).toEqual(all);
  expect(await peer.refused("PUT", path, { DomainName: "example.org", SystemHostName: "4711" })).toEqual([
    400,
    expect.stringMatching(/^SystemHostName: "4711" is not allowed: letters, digits/),
  ]);
  expect(await peer.refused("PUT", path, {})).toEqual([
    400,
    expect.stringContaining("the body has no member to change"),
  ]);
  expect(await peer.get(path)).toEqual(all);
  expect(await peer.refused("GET", `${path}/domainname/example.com`)).toEqual([404, expect.any(String)]);
});

test("SIP is read as a whole and written in parts", async () => {
  const answer = await peer.ask("PUT", "common/protocol/sip/configuration", { SipMode: "off", TcpPort: 5070 });
  expect(answer.json()).toEqual({ Message: "Successfully updated the SIP Configuration" });
  expect(await peer.get("common/protocol/sip")).toMatchObject({ SipMode: "Off", TcpPort: 5070, SipMaxSize: 32_768 });
  expect(await peer.refused("PUT", "common/protocol/sip/configuration", { MtlsMode: "On" })).toEqual([
    501,
    expect.stringContaining("MtlsMode: X8.1 has no port for mutual TLS alone"),
  ]);
});

test("DNS servers stand in a wrapper, by their place", async () => {
  const path = "common/dns/dnsserver";
  const wrapped = (index: number, address: string): object => ({ DefaultDNSServers: { index, address } });
  expect((await peer.ask("POST", path, wrapped(2, "192.0.2.53"))).json()).toEqual({
    Message: "The operation was successful",
  });
  await peer.done("POST", path, { index: "4", address: "192.0.2.54" });
  expect(await peer.get(path)).toEqual([wrapped(2, "192.0.2.53"), wrapped(4, "192.0.2.54")]);
  expect(await peer.get(`${path}/index/4`)).toEqual([wrapped(4, "192.0.2.54")]);
  expect(await peer.refused("POST", path, wrapped(2, "192.0.2.55"))).toEqual([
    400,
    expect.stringContaining("DNS server 2 already exists"),
  ]);
  expect(await peer.refused("PUT", path, wrapped(3, "192.0.2.55"))).toEqual([
    404,
    "there is no DNS server 3; there are: 2, 4",
  ]);
  expect(await peer.refused("PUT", path, wrapped(2, " "))).toEqual([400, expect.stringMatching(/^address: /)]);
  expect(await peer.refused("PUT", path, wrapped(6, "192.0.2.55"))).toEqual([
    400,
    'index: "6" is not allowed: a whole number from 1 to 5',
  ]);
  await peer.done("PUT", path, wrapped(2, "2001:db8::53"));
  expect(peer.device.configuration.get("DNS Server 2 Address")).toBe("2001:db8::53");
  await peer.done("DELETE", path, { index: 2 });
  expect(await peer.get(path)).toEqual([wrapped(4, "192.0.2.54")]);
});

test("NTP servers have the members of later releases at the values that X8.1 amounts to", async () => {
  const path = "common/time/ntpserver";
  await peer.done("POST", path, { index: 5, Address: "192.0.2.123", Authentication: "disabled" });
  expect(await peer.get(path)).toEqual([
    { index: 5, KeyId: 1, Hash: "sha1", Authentication: "disabled", Address: "192.0.2.123" },
  ]);
  expect((await peer.refused("PUT", path, { index: 5, Authentication: "symmetrickey" }))[0]).toBe(501);
  await peer.done("DELETE", path, { index: 5 });
  expect(await peer.get(path)).toEqual([]);
});

test("a server of domains leaves its place with its domains", async () => {
  const path = "common/dns/dnsperdomainserver";
  await peer.done("POST", path, { index: 1, address: "192.0.2.53", domain1: "example.com" });
  expect(await peer.get(path)).toEqual([{ index: 1, address: "192.0.2.53", domain1: "example.com", domain2: "" }]);
  await peer.done("DELETE", path, { index: 1 });
  expect(peer.device.configuration.get("DNS PerDomainServer 1 Domain1")).toBe("");
});

import { afterEach, beforeEach, expect, test } from "vitest";
import { DnsServer } from "../../../../emulator/lab/surroundings/dns-server.ts";
import { seconds } from "../../../../emulator/world/duration.ts";
import { barOf, listRows, shownIn, type Fields } from "./web-client.ts";
import { ADDRESS, startWebPeer, type WebPeer } from "./web-peer.ts";

const DNS_ADDRESS = "198.51.100.53";

let web: WebPeer;

beforeEach(async () => {
  web = await startWebPeer({
    configuration: [
      { path: "DNS Server 1 Address", value: DNS_ADDRESS },
      { path: "Traversal Server TURN Mode", value: "On" },
    ],
  });
  await web.client.logIn();
});

afterEach(() => web.close());

/** Presses Lookup; time goes on until the answer is there, or every server has had its chance. */
async function lookUp(fields: Fields): Promise<string> {
  const answer = web.client.submit("/dnslookup", fields, "Lookup");
  for (let passed = 0; passed < 30; passed++) {
    await new Promise((turn) => setImmediate(turn));
    await web.world.clock.advance(seconds(1));
  }
  return (await answer).body;
}

test("DNS lookup lists the records that the peer's DNS server has of a host", async () => {
  await new DnsServer(web.world.network, DNS_ADDRESS, [
    { name: "vcs.example.com", type: "A", ttl: 60, data: "10.0.0.1" },
    {
      name: "_sip._tcp.example.com",
      type: "SRV",
      ttl: 62,
      data: { priority: 1, weight: 2, port: 5060, target: "vcs.example.com" },
    },
  ]).start();
  const found = await lookUp({ Hostname: "vcs.example.com", RecordType: "A (IPv4 address)" });
  expect(listRows(found)).toEqual([["A", "vcs.example.com", "60", "IN", "A", "10.0.0.1"]]);
  expect([shownIn(found, "Hostname"), shownIn(found, "RecordType")]).toEqual(["vcs.example.com", "A (IPv4 address)"]);
  const services = await lookUp({ Hostname: "example.com", RecordType: "SRV (services)" });
  expect(listRows(services)).toEqual([["SRV", "_sip._tcp.example.com", "62", "IN", "SRV", "1 2 5060 vcs.example.com"]]);
  expect(barOf(await lookUp({ Hostname: "nobody.example.com", RecordType: "All" }))).toBe(
    "<b>Failed</b>: no records of nobody.example.com were found",
  );
});

test("DNS lookup says what is wrong with a question", async () => {
  expect(barOf(await lookUp({ Hostname: "", RecordType: "All" }))).toBe("<b>Failed</b>: Missing argument: Hostname");
  expect(barOf(await lookUp({ Hostname: "a", RecordType: "MX" }))).toContain("one of all, a, aaaa, srv, naptr");
  expect(barOf(await lookUp({ Hostname: "a.example.com", RecordType: "All" }))).toContain("no DNS server answers");
});

test("Local inbound ports lists the sockets that are open", async () => {
  const { body } = await web.client.get("/localportlist");
  expect(listRows(body)).toEqual(
    web.device.openSockets().map(({ protocol, local }) => [protocol.toUpperCase(), local.address, String(local.port)]),
  );
  expect(listRows(body)).toContainEqual(["UDP", ADDRESS, "3478"]);
});

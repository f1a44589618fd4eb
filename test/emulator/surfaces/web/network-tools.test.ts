import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DnsServer } from "../../../../emulator/lab/surroundings/dns-server.ts";
import { seconds } from "../../../../emulator/world/duration.ts";
import { barOf, listRows, shownIn, type Fields } from "./web-client.ts";
import { ADDRESS, startWebPeer, type WebPeer } from "./web-peer.ts";

const DNS_ADDRESS = "198.51.100.53";
const OTHER_DNS = "198.51.100.54";

let web: WebPeer;

beforeEach(async () => {
  web = await startWebPeer({
    configuration: [
      { path: "DNS Server 1 Address", value: DNS_ADDRESS },
      { path: "DNS Server 2 Address", value: OTHER_DNS },
      { path: "Traversal Server TURN Mode", value: "On" },
    ],
  });
  await web.client.logIn();
});

afterEach(() => web.close());

/** Presses a button; time goes on until the answer is there, or everybody has had their chance. */
async function press(page: string, button: string, fields: Fields): Promise<string> {
  const answer = web.client.submit(page, fields, button);
  for (let passed = 0; passed < 45; passed++) {
    await new Promise((turn) => setImmediate(turn));
    await web.world.clock.advance(seconds(1));
  }
  return (await answer).body;
}

const startDns = (address = DNS_ADDRESS): Promise<void> =>
  new DnsServer(web.world.network, address, [
    { name: "vcs.example.com", type: "A", ttl: 60, data: "10.0.0.1" },
    {
      name: "_sip._tcp.example.com",
      type: "SRV",
      ttl: 62,
      data: { priority: 1, weight: 2, port: 5060, target: "vcs.example.com" },
    },
  ]).start();

describe("DNS lookup", () => {
  const lookUp = (fields: Fields): Promise<string> => press("/dnslookup", "Lookup", fields);

  /** What stands in the parts of the result, as plain text. */
  const parts = (html: string): string[] =>
    Array.from(html.matchAll(/<pre class="log"[^>]*>([^<]*)<\/pre>/g), ([, text = ""]) =>
      text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"),
    );

  test("shows Nslookup and Dig, and what dig prints of the answer (G13.1)", async () => {
    await startDns();
    const found = await lookUp({ Hostname: "_sip._tcp.example.com", RecordType: "All" });
    const [nslookup, dig = ""] = parts(found);
    expect(parts(found)).toHaveLength(2);
    expect(nslookup).toBe("nslookup -query=SRV _sip._tcp.example.com");
    const lines = dig.split("\n");
    expect(lines.slice(0, 5)).toEqual([
      "dig _sip._tcp.example.com SRV",
      "",
      "; <<>> DiG 9.4.1 <<>> _sip._tcp.example.com SRV",
      ";; global options: printcmd",
      ";; Got answer:",
    ]);
    expect(dig).toMatch(
      /;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: \d+\n;; flags: qr aa rd; QUERY: 1, ANSWER: 1/,
    );
    expect(lines).toContain("_sip._tcp.example.com.\t62\tIN\tSRV\t1 2 5060 vcs.example.com.");
    expect(lines).toContain("vcs.example.com.\t60\tIN\tA\t10.0.0.1");
    expect(lines).toContain(";; Query time: 2 msec");
    expect(lines).toContain(`;; SERVER: ${DNS_ADDRESS}#53(${DNS_ADDRESS})`);
    const [, when = ""] = /;; WHEN: (.*)/.exec(dig) ?? [];
    expect(Math.abs(Date.parse(`${when} UTC`) - web.device.clock.now())).toBeLessThan(seconds(60));
    expect([shownIn(found, "Hostname"), shownIn(found, "RecordType")]).toEqual(["_sip._tcp.example.com", "All"]);
  });

  test("tries the ten services for a host without one, and one type where one is asked", async () => {
    await startDns();
    const services = parts(await lookUp({ Hostname: "example.com", RecordType: "SRV (services)" }));
    expect(services).toHaveLength(11);
    expect(services[0]?.split("\n")).toContain("nslookup -query=SRV _turn._tcp.example.com");
    expect(services.filter((text) => text.includes("ANSWER: 1"))).toHaveLength(1);
    const address = parts(await lookUp({ Hostname: "vcs.example.com", RecordType: "A (IPv4 address)" }));
    expect(address[0]).toBe("nslookup -query=A vcs.example.com");
    expect(address).toHaveLength(2);
    const all = parts(await lookUp({ Hostname: "nobody.example.com", RecordType: "All" }));
    expect(all).toHaveLength(14);
    expect(all.slice(1).every((text) => text.includes("status: NXDOMAIN"))).toBe(true);
  });

  test("asks the servers that are chosen, and no other", async () => {
    await startDns(OTHER_DNS);
    const fields = { Hostname: "vcs.example.com", RecordType: "A (IPv4 address)", check_against: "Custom" };
    const [nslookup, found] = parts(await lookUp({ ...fields, server: OTHER_DNS }));
    expect(nslookup).toBe(`nslookup -query=A vcs.example.com ${OTHER_DNS}`);
    expect(found).toContain(`dig @${OTHER_DNS} vcs.example.com A\n`);
    expect(found).toContain("status: NOERROR");
    const [, silent] = parts(await lookUp({ ...fields, server: DNS_ADDRESS }));
    expect(silent).toContain(";; connection timed out; no servers could be reached");
    const all = parts(await lookUp({ ...fields, check_against: "All" }));
    expect(all[1]).toContain("status: NOERROR");
    expect(barOf(await lookUp(fields))).toContain("no DNS server is selected");
    expect(barOf(await lookUp({ ...fields, server: "192.0.2.66" }))).toContain(
      `192.0.2.66&quot; is not one of the DNS servers of this system: ${DNS_ADDRESS}, ${OTHER_DNS}`,
    );
    expect(barOf(await lookUp({ ...fields, check_against: "Some" }))).toContain("is not one of All, Custom");
  });

  test("says what is wrong with a question", async () => {
    expect(barOf(await lookUp({ Hostname: "", RecordType: "All" }))).toBe("<b>Failed</b>: Missing argument: Hostname");
    expect(barOf(await lookUp({ Hostname: "a", RecordType: "MX" }))).toContain("one of all, a, aaaa, srv, naptr");
    expect(barOf(await lookUp({ Hostname: "a..b", RecordType: "All" }))).toContain("is no name");
    expect(barOf(await lookUp({ Hostname: "x".repeat(64), RecordType: "All" }))).toContain("have 1 to 63 characters");
    const hostile = await lookUp({ Hostname: "<b>", RecordType: "A (IPv4 address)" });
    expect(hostile).not.toContain("dig <b>");
    expect(parts(hostile)[1]).toContain("dig <b> A\n");
  });
});

describe("Ping, Traceroute and Tracepath", () => {
  test("reach whoever is there, by name or address", async () => {
    await startDns();
    await web.world.network.bind({ address: "10.0.0.1", port: 9 }, () => {});
    const pinged = await press("/ping", "Ping", { Hostname: "vcs.example.com" });
    expect(listRows(pinged)).toEqual([["10.0.0.1", "2"]]);
    expect(pinged).toContain("Response time (ms)");
    expect(listRows(await press("/ping", "Ping", { Hostname: ADDRESS }))).toEqual([[ADDRESS, "2"]]);
    expect(listRows(await press("/traceroute", "Traceroute", { Hostname: "10.0.0.1" }))).toEqual([
      ["1", "10.0.0.1 (2 ms)"],
    ]);
    expect(listRows(await press("/tracepath", "Tracepath", { Hostname: "10.0.0.9" }))).toEqual([
      ["1", "***"],
      ["2", "***"],
      ["3", "***"],
    ]);
  });

  test("say what is wrong", async () => {
    await startDns();
    const failed = async (Hostname: string): Promise<string | undefined> =>
      barOf(await press("/ping", "Ping", { Hostname }));
    expect(await failed("")).toBe("<b>Failed</b>: Missing argument: Hostname");
    expect(await failed("10.0.0.9")).toBe("<b>Failed</b>: 10.0.0.9: no response");
    expect(await failed("nobody.example.com")).toContain("no DNS server knows an address of");
    expect(await failed("2001:db8::1")).toContain("is an IPv6 address");
    expect(await failed("-f")).toContain("an IP address or a host name");
    expect(await failed("10.0.0.1; reboot")).toContain("an IP address or a host name");
  });
});

describe("Port usage", () => {
  const inbound = async (): Promise<readonly (readonly string[])[]> =>
    listRows((await web.client.get("/localportlist")).body);
  const isOpened = ([, description = ""]: readonly string[]): boolean => !description.includes("Not opened");

  test("Local inbound ports lists the sockets that are open, and what for", async () => {
    const rows = (await inbound()).filter(isOpened);
    expect(rows.map(([, , protocol, address, port]) => [protocol, address, port])).toEqual(
      web.device
        .openSockets()
        .map(({ protocol, local }) => [protocol.toUpperCase(), local.address, String(local.port)]),
    );
    expect(rows).toContainEqual(["TURN services", "Requests of TURN clients.", "UDP", ADDRESS, "3478"]);
    expect(rows).toContainEqual(expect.arrayContaining(["Ephemeral ports", "UDP"]));
  });

  test("Local inbound ports says of what only the product listens on that it is not opened, as it is configured", async () => {
    const missing = async (): Promise<string[]> =>
      (await inbound()).filter((row) => !isOpened(row)).map(([purpose, , ...where]) => [purpose, ...where].join(" "));
    expect(await missing()).toEqual([
      `H.323 call signaling TCP ${ADDRESS} 1720`,
      `Clustering AH ${ADDRESS} `,
      `SIP TCP TCP ${ADDRESS} 5060`,
      `SIP TLS TCP ${ADDRESS} 5061`,
    ]);
    web.device.configuration.set(
      [
        { path: "H323 Gatekeeper CallSignaling TCP Port", value: "1730" },
        { path: "H323 Gatekeeper Registration UDP Port", value: "1800" },
        { path: "SIP TCP Mode", value: "Off" },
        { path: "SIP UDP Mode", value: "On" },
        { path: "SNMP V2cMode", value: "On" },
      ],
      { user: "admin" },
    );
    expect(await missing()).toEqual([
      `H.323 registration, clustering UDP ${ADDRESS} 1800`,
      `H.323 call signaling TCP ${ADDRESS} 1730`,
      `Clustering AH ${ADDRESS} `,
      `SIP UDP UDP ${ADDRESS} 5060`,
      `SIP TLS TCP ${ADDRESS} 5061`,
      `SNMP UDP ${ADDRESS} 161`,
    ]);
  });

  test("Local outbound ports follow the configuration", async () => {
    const ports = async (purpose: string): Promise<(string | undefined)[]> =>
      listRows((await web.client.get("/localoutboundports")).body)
        .filter(([first]) => first === purpose)
        .map((row) => row[4]);
    expect(await ports("DNS")).toEqual(["30000-35999"]);
    expect(await ports("SIP TCP and TLS")).toEqual(["25000-29999"]);
    web.device.configuration.set(
      [
        { path: "IP DNS UseEphemeralPortRange", value: "Off" },
        { path: "IP DNS MinPort", value: "2048" },
        { path: "IP Ephemeral PortRange Start", value: "31000" },
        { path: "SIP Mode", value: "Off" },
      ],
      { user: "admin" },
    );
    expect(await ports("DNS")).toEqual(["2048-65535"]);
    expect(await ports("Ephemeral ports")).toEqual(["31000-35999", "31000-35999"]);
    expect(await ports("SIP TCP and TLS")).toEqual([]);
  });

  test("Remote listening ports are those of all who are configured, sorted and exported as they are shown", async () => {
    web.device.configuration.set(
      [
        { path: "NTP Server 1 Address", value: "ntp.example.com" },
        { path: "Remote Syslog 2 Address", value: "192.0.2.51" },
        { path: "Remote Syslog 2 Port", value: "6514" },
        { path: "Remote Syslog 2 Transport", value: "tls" },
        { path: "Alternates Peer 1 Address", value: ADDRESS },
        { path: "Alternates Peer 2 Address", value: "192.0.2.2" },
        { path: "Zones Zone 7 Name", value: "Branch" },
        { path: "Zones Zone 7 Type", value: "Neighbor" },
        { path: "Zones Zone 7 Neighbor Peer 2 Address", value: "branch.example.com" },
        { path: "Zones Zone 7 H323 Mode", value: "Off" },
      ],
      { user: "admin" },
    );
    const page = "/remotelisteningports?sort=Port&order=descending";
    const rows = listRows((await web.client.get(page)).body);
    expect(rows.map(([purpose, , ...where]) => [purpose, ...where])).toEqual([
      ["Remote logging", "TCP", "192.0.2.51", "6514"],
      ["Neighbor zone (SIP)", "TCP", "branch.example.com", "5061"],
      ["Clustering", "UDP", "192.0.2.2", "4369-4380"],
      ["Clustering", "UDP", "192.0.2.2", "1719"],
      ["Clustering", "UDP", "192.0.2.2", "500"],
      ["NTP", "UDP", "ntp.example.com", "123"],
      ["DNS", "UDP", DNS_ADDRESS, "53"],
      ["DNS", "UDP", OTHER_DNS, "53"],
      ["Clustering", "AH", "192.0.2.2", ""],
    ]);
    const file = await web.client.submit(page, {}, "Export to CSV");
    expect(file.headers["content-disposition"]).toContain("remotelisteningports.csv");
    const [heading, ...lines] = file.body.trimEnd().split("\r\n");
    expect(heading).toBe("Purpose,Description,Protocol,IP address,Port");
    expect(lines.map((line) => line.split(","))).toEqual(rows);
  });
});

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DnsServer } from "../../../../../emulator/lab/surroundings/dns-server.ts";
import { minutes, seconds } from "../../../../../emulator/world/duration.ts";
import { addressOf, OPERATOR, SimulatedCluster } from "../../../../simulation/simulated-cluster.ts";
import { SyslogCollector } from "./syslog-collector.ts";

const SERVER = "10.0.0.90";
const OWN = addressOf(1);

let cluster: SimulatedCluster;
let collector: SyslogCollector | undefined;

beforeEach(async () => {
  cluster = await SimulatedCluster.start({ seed: 1, peers: 1, formed: false });
  await cluster.advance(minutes(3));
});

afterEach(async () => {
  collector?.stop();
  collector = undefined;
  expect(cluster.log.errors).toEqual([]);
  await cluster.stop();
});

const log = () => cluster.device(1).log;
const tell = (text: string): void => log().event("tvcs", "Message Rejected", { Detail: text });
const timers = (): string[] => cluster.world.clock.timers().map(({ name }) => name);

/** Sets items of the first server. */
async function configure(items: Readonly<Record<string, string>>): Promise<void> {
  const changes = Object.entries(items).map(([item, value]) => ({ path: `Remote Syslog 1 ${item}`, value }));
  expect(cluster.device(1).configuration.set(changes, OPERATOR)).toEqual({ ok: true });
  await cluster.advance(seconds(1));
}

const overTcp = { Address: SERVER, Mode: "user_defined", Format: "ietf", Transport: "tcp" };

describe("a syslog server", () => {
  test("gets each line from the peer's own address in the legacy format, unless told", async () => {
    collector = await SyslogCollector.udp(cluster.world.network, SERVER, "bsd");
    await configure({ Address: SERVER });
    tell("one");
    cluster.set(1, "SystemUnit Name", "expe1");
    await cluster.advance(seconds(1));
    const [rejected, changed] = collector.collected;
    expect(collector.collected).toHaveLength(2);
    expect(rejected).toMatchObject({
      from: OWN,
      message: { facility: "local0", severity: "warning", host: "TANDBERG", tag: "tvcs" },
    });
    expect(changed?.message).toMatchObject({ facility: "local1", severity: "informational" });
    const lines = log().newest(2).toReversed();
    expect(lines.map((line) => line.replace(/^\S+ \S+ \w+: /, ""))).toEqual(collector.texts);
  });

  test("gets the Network Log as well, by the severity of each level", async () => {
    collector = await SyslogCollector.udp(cluster.world.network, SERVER, "bsd");
    await configure({ Address: SERVER });
    cluster.set(1, "Logger Network 2 Level", "TRACE");
    for (const level of ["FATAL", "ERROR", "WARN", "INFO", "DEBUG", "TRACE"] as const)
      log().network.write("network.h323", level, { Detail: "a line" });
    await cluster.advance(seconds(1));
    const ofNetwork = collector.collected.filter(({ message }) => message.facility === "local6");
    expect(ofNetwork.map(({ message }) => message.severity)).toEqual(["critical", "error", "warning", "informational"]);
  });

  test("gets messages of RFC 5424 with the moment to the millisecond", async () => {
    collector = await SyslogCollector.udp(cluster.world.network, SERVER, "ietf");
    cluster.set(1, "IP DNS Hostname", "expe1");
    await configure({ Address: SERVER, Mode: "ietf" });
    const moment = cluster.device(1).clock.now();
    tell("grün");
    await cluster.advance(seconds(1));
    expect(collector.collected[0]?.message).toEqual({
      facility: "local0",
      severity: "warning",
      moment,
      host: "expe1",
      application: "tvcs",
      text: log()
        .newest(1)[0]
        ?.replace(/^.* tvcs: /, ""),
    });
  });

  test("gets nothing that is less severe than it asks for", async () => {
    collector = await SyslogCollector.udp(cluster.world.network, SERVER, "bsd");
    await configure({ Address: SERVER, Loglevel: "warning" });
    cluster.set(1, "SystemUnit Name", "expe1");
    tell("bad");
    await cluster.advance(seconds(1));
    expect(collector.details).toEqual(["bad"]);
    await configure({ Loglevel: "emergency" });
    tell("not bad enough");
    await cluster.advance(seconds(1));
    expect(collector.details).toEqual(["bad"]);
  });

  test("is found by its name, and a name that nobody knows is told of", async () => {
    collector = await SyslogCollector.udp(cluster.world.network, SERVER, "bsd");
    const record = { name: "logs.example.com", type: "A", ttl: 60, class: "IN", data: SERVER } as const;
    const dns = new DnsServer(cluster.world.network, "10.0.0.91", [record]);
    await dns.start();
    cluster.set(1, "DNS Server 1 Address", "10.0.0.91");
    await configure({ Address: "logs.example.com" });
    tell("one");
    await cluster.advance(seconds(1));
    expect(collector.details).toEqual(["one"]);
    await configure({ Address: "nobody.example.com" });
    tell("two");
    await cluster.advance(seconds(1));
    expect(log().newest(1)[0]).toContain(
      'Reason="the name cannot be resolved" Service="Syslog" Detail="name:nobody.example.com:514"',
    );
    dns.stop();
  });

  test("is no longer sent anything when it is deleted", async () => {
    collector = await SyslogCollector.udp(cluster.world.network, SERVER, "bsd");
    const server = { Address: SERVER, Port: "514", Transport: "udp" };
    expect(await cluster.command(1, "RemoteSyslogAdd", { ...server, Mode: "bsd", Loglevel: "informational" })).toEqual({
      ok: true,
      values: { Id: 1 },
    });
    tell("one");
    await cluster.advance(seconds(1));
    expect(collector.details).toEqual(["one"]);
    expect(await cluster.command(1, "RemoteSyslogDelete", server)).toEqual({ ok: true });
    tell("two");
    await cluster.advance(seconds(1));
    expect(collector.details).not.toContain("two");
  });

  test("gets what a peer logs from its start to its end", async () => {
    collector = await SyslogCollector.udp(cluster.world.network, SERVER, "bsd");
    await configure({ Address: SERVER });
    cluster.device(1).maintenance.request("reboot", OPERATOR);
    await cluster.advance(minutes(6));
    const events = collector.texts.map((text) => / ?Event="([^"]*)"/.exec(text)?.[1]);
    expect(events.slice(0, 2)).toEqual(["Reboot Requested", "System Shutdown"]);
    expect(events).toContain("System Start");
  });
});

describe("a server over TCP", () => {
  test.each(["bsd", "ietf"] as const)("gets lines in the %s format on one connection", async (format) => {
    collector = await SyslogCollector.tcp(cluster.world.network, SERVER, format);
    await configure({ ...overTcp, Format: format });
    for (const text of ["one", "two", "three"]) tell(text);
    await cluster.advance(seconds(1));
    expect(collector.details).toEqual(["one", "two", "three"]);
    expect(collector).toMatchObject({ connections: 1 });
  });

  test("that is away is told of once, and gets what waited when it is back", async () => {
    await configure(overTcp);
    tell("one");
    await cluster.advance(minutes(2));
    tell("two");
    await cluster.advance(minutes(2));
    const failures = log()
      .newest(100)
      .filter((line) => line.includes('Event="External Server Communications Failure"'));
    expect(failures).toEqual([
      expect.stringContaining(
        'Reason="the connection was refused or ended" Service="Syslog" Detail="name:10.0.0.90:514" Level="1"',
      ),
    ]);
    collector = await SyslogCollector.tcp(cluster.world.network, SERVER, "ietf");
    await cluster.advance(seconds(31));
    expect(collector.details.filter((detail) => !detail.startsWith("name:"))).toEqual(["one", "two"]);
  });

  test("that ends the connection is connected to again, and told of each time", async () => {
    collector = await SyslogCollector.tcp(cluster.world.network, SERVER, "ietf");
    await configure(overTcp);
    tell("one");
    await cluster.advance(seconds(1));
    collector.stop();
    await cluster.advance(seconds(1));
    tell("two");
    const second = await SyslogCollector.tcp(cluster.world.network, SERVER, "ietf");
    await cluster.advance(seconds(31));
    expect(second.details).toEqual([`name:${SERVER}:514`, "two"]);
    second.stop();
  });

  test("that stays away gets the newest thousand lines", async () => {
    await configure(overTcp);
    for (let line = 1; line <= 1200; line++) tell(`line ${line}`);
    collector = await SyslogCollector.tcp(cluster.world.network, SERVER, "ietf");
    await cluster.advance(minutes(1));
    expect(collector.details).toHaveLength(1000);
    expect(collector.details.at(-1)).toBe("line 1200");
  });
});

describe("no cost", () => {
  test("comes of servers that are not configured, and nothing stays of those that no longer are", async () => {
    expect(timers().filter((name) => name.startsWith("syslog"))).toEqual([]);
    await configure(overTcp);
    tell("one");
    await cluster.advance(seconds(1));
    expect(timers()).toContain("syslog server");
    await configure({ Address: "" });
    expect(timers().filter((name) => name.startsWith("syslog"))).toEqual([]);
  });
});

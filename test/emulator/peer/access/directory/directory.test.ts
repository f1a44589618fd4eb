import { setImmediate as nextTurn } from "node:timers/promises";
import type { Answer } from "dns-packet";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { belongsTo } from "../../../../../emulator/lab/faults/services.ts";
import { DnsServer } from "../../../../../emulator/lab/surroundings/dns-server.ts";
import type { Account } from "../../../../../emulator/peer/access/accounts/account.ts";
import { minutes, seconds, type Milliseconds } from "../../../../../emulator/world/duration.ts";
import { Occurrence } from "../../../../../emulator/world/occurrence.ts";
import { startWebPeer, type WebPeer } from "../../../surfaces/web/web-peer.ts";
import { FakeDirectory, type FakeEntry } from "./fake-directory.ts";

const SERVER = "192.0.2.9";
const PEER_ACCOUNT = "cn=peer";

const person = (name: string, attribute = "sAMAccountName"): FakeEntry => ({
  dn: `cn=${name},ou=people`,
  password: `secret of ${name}`,
  attributes: { [attribute]: [name] },
});

const group = (name: string, ...member: readonly string[]): FakeEntry => ({
  dn: `cn=${name},ou=groups`,
  attributes: { cn: [name], member },
});

const entries: readonly FakeEntry[] = [
  { dn: PEER_ACCOUNT, password: "of the peer", attributes: {} },
  person("Alice"),
  person("bob", "uid"),
  person("twin"),
  { ...person("admin"), attributes: { sAMAccountName: ["admin", "Admin"] } },
  { ...person("twin", "uid"), dn: "cn=another,ou=people" },
  group("operators", "cn=Alice,ou=people", "cn=admin,ou=people"),
  group("readers", "cn=bob,ou=people"),
  // More than one search asks for, all of them within one.
  ...Array.from({ length: 120 }, (_, place) => group(`team ${place}`, "cn=Alice,ou=people")),
  group("everybody", "cn=team 119,ou=groups"),
];

const settings = {
  "Login Source Admin": "Both",
  "Login Remote LDAP Server Address": SERVER,
  "Login Remote LDAP Encryption": "Off",
  "Login Remote LDAP SASL": "None",
  "Login Remote LDAP VCS BindDN": PEER_ACCOUNT,
  "Login Remote LDAP VCS BindPassword": "of the peer",
  "Login Remote LDAP BaseDN Accounts": "ou=people",
  "Login Remote LDAP BaseDN Groups": "ou=groups",
  "Authentication Account Admin Group 1 Name": "Operators",
  "Authentication Account Admin Group 2 Name": "everybody",
  "Authentication Account Admin Group 2 AccessLevel": "None",
  "Authentication Account Admin Group 3 Name": "readers",
  "Authentication Account Admin Group 3 AccessLevel": "ReadOnly",
  "Authentication Account Admin Group 3 AccessWeb": "Off",
};

const changesTo = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([path, value]) => ({ path, value }));

let peer: WebPeer;
let directory: FakeDirectory;

beforeEach(async () => {
  peer = await startWebPeer({ configuration: changesTo(settings) });
  ({ directory } = await FakeDirectory.listen(peer.world.network, { address: SERVER, port: 389 }, entries));
  await peer.world.clock.advance(seconds(2));
  directory.asked.splice(0);
});

afterEach(() => peer.close());

/** What comes of a login within a time of the peer's clock. */
async function logIn(
  name: string,
  password = `secret of ${name}`,
  within: Milliseconds = seconds(1),
): Promise<Account | "refused" | "waits"> {
  let came: Account | "refused" | "waits" = "waits";
  void peer.device.accounts.authenticate(name, password, "api").then((account) => (came = account ?? "refused"));
  await peer.world.clock.advance(within);
  await nextTurn();
  return came;
}

const configure = (values: Readonly<Record<string, string>>): void =>
  expect(peer.device.configuration.set(changesTo(values), { user: "admin" })).toEqual({ ok: true });

const standing = (): readonly number[] => peer.device.alarms.standing().map(({ type }) => type.id);

const lastEvents = (): string => peer.device.log.newest(10).join("\n");

describe("an account of the directory", () => {
  test("has the name that the directory writes, and the rights of its groups", async () => {
    expect(await logIn("Alice")).toMatchObject({ name: "Alice", access: "ReadWrite", ways: { web: true, api: true } });
    expect(await logIn("bob")).toMatchObject({ name: "bob", access: "ReadOnly", ways: { web: false, api: true } });
  });

  test("is looked up in one session: bind, find, try the password, bind again, groups and the groups of groups", async () => {
    await logIn("Alice");
    expect(directory.asked).toEqual([
      `bind ${PEER_ACCOUNT}`,
      "search ou=people",
      "bind cn=Alice,ou=people",
      `bind ${PEER_ACCOUNT}`,
      // Her own groups, then those of 121 groups, fifty at a time, then those of the one that is new.
      ...Array.from({ length: 5 }, () => "search ou=groups"),
      "unbind",
    ]);
  });

  test("is nobody where two have the name, without a password, and with that of another", async () => {
    expect(await logIn("twin")).toBe("refused");
    // Nobody of the directory is admin, in whatever letters.
    expect(await logIn("Admin", "secret of admin")).toBe("refused");
    expect(directory.asked).toContain("bind cn=admin,ou=people");
    expect([
      await logIn("Alice", ""),
      await logIn("", "secret of Alice"),
      await logIn("Alice", "secret of bob"),
    ]).toEqual(["refused", "refused", "refused"]);
    expect(directory.asked.filter((asked) => asked.startsWith("bind cn=another"))).toEqual([]);
  });

  test("is asked for once by several requests at the same time, and once a minute by later ones", async () => {
    const searches = (): number => directory.asked.filter((asked) => asked === "search ou=people").length;
    const both = Promise.all([logIn("bob"), peer.device.accounts.authenticate("bob", "secret of bob", "api")]);
    expect((await both).map((account) => account !== "refused")).toEqual([true, true]);
    expect(await logIn("bob", "secret of bob", minutes(1) - seconds(3))).toMatchObject({ name: "bob" });
    expect(searches()).toBe(1);
    await peer.world.clock.advance(seconds(3));
    await logIn("bob");
    expect(searches()).toBe(2);
    await logIn("bob", "guess");
    await logIn("bob", "guess");
    expect(searches()).toBe(4);
  });

  test("proves on a page who it is by its password in the directory", async () => {
    // The request takes turns of the event loop, the answers of the directory take time.
    const within = async <T>(work: Promise<T>): Promise<T> => {
      const state = { over: false };
      void work.finally(() => (state.over = true));
      while (!state.over) {
        await nextTurn();
        await peer.world.clock.advance(1);
      }
      return work;
    };
    expect((await within(peer.client.logIn("Alice", "secret of Alice"))).headers.location).toBe("/overview");
    const page = "/createadministratoraccount";
    const form = { name: "new", password: "secret", password_confirm: "secret" };
    const refused = await within(peer.client.submit(page, { ...form, current_password: "guess" }));
    expect(refused.body).toContain("your current password is not correct");
    const done = await within(peer.client.submit(page, { ...form, current_password: "secret of Alice" }));
    expect(done.headers.location).toBe("/adminaccounts");
    // A session ends with the next click when nobody of the directory is let in any more.
    configure({ "Login Source Admin": "LocalOnly" });
    expect((await peer.client.get("/overview")).headers.location).toBe("/login/");
  });
});

describe("a server that cannot be asked", () => {
  const cannot = (cause: string): void => {
    expect(peer.device.status.values("LDAP")).toMatchObject({ Status: "Failed", Cause: cause });
    expect(lastEvents()).toContain(`Event="External Server Communications Failure" Reason="${cause}" Service="LDAP"`);
  };

  test("refuses at once when its port is closed to others, and after five seconds when nothing comes", async () => {
    const unreachable = "Failed to connect to LDAP server. Check server address and port";
    configure({ "Login Remote LDAP Server Port": "390" });
    expect(await logIn("Alice")).toBe("refused");
    cannot(unreachable);
    configure({ "Login Remote LDAP Server Port": "389" });
    await peer.world.clock.advance(seconds(2));
    expect(peer.device.status.values("LDAP")).toEqual({ Status: "Active", Address: SERVER, Port: 389 });

    const end = peer.world.network.add({
      concerns: (message) => belongsTo("ldap", message),
      occurrence: new Occurrence({}, 1),
      effect: { kind: "lose" },
    });
    expect(await logIn("Alice", "secret of Alice", seconds(4))).toBe("waits");
    await peer.world.clock.advance(seconds(2));
    cannot(unreachable);
    expect(lastEvents()).toContain(`Detail="name:${SERVER} ${SERVER}:389; no answer"`);
    // It is tried again every minute, and the Event Log is told once.
    await peer.world.clock.advance(minutes(5));
    expect(lastEvents().split("Event=").length).toBeLessThan(12);
    end();
    await peer.world.clock.advance(minutes(1));
    expect(peer.device.status.values("LDAP")).toMatchObject({ Status: "Active" });
  });

  test.each([
    ["what is no LDAP", Buffer.from("HTTP/1.1 400 Bad Request\r\n"), "begins with 0x30"],
    ["LDAP with a damage", Buffer.from([0x30, 3, 2, 9, 1]), "ends early"],
  ])("refuses when it says %s", async (_, instead, detail) => {
    directory.instead = instead;
    expect(await logIn("Alice")).toBe("refused");
    cannot("Failed to connect to LDAP server. Check server address and port");
    expect(lastEvents()).toContain(detail);
  });
});

describe("the server's name", () => {
  const DNS = "192.0.2.53";
  const srv = (target: string, priority: number, port: number): Answer => ({
    type: "SRV",
    name: "_ldap._tcp.example.com",
    data: { target, port, priority, weight: 1 },
  });
  const address = (name: string, data: string): Answer => ({ type: "A", name, data });

  beforeEach(async () => {
    const records = [
      srv("second.example.com", 20, 390),
      srv("first.example.com", 10, 389),
      address("first.example.com", "192.0.2.77"),
      address("second.example.com", SERVER),
      address("ldap.example.com", SERVER),
    ];
    await new DnsServer(peer.world.network, DNS, records).start();
    configure({ "DNS Server 1 Address": DNS });
  });

  test("leads by its address record to the port that is configured", async () => {
    configure({ "Login Remote LDAP Server Address": "ldap.example.com" });
    expect(await logIn("Alice")).toMatchObject({ name: "Alice" });
  });

  test("leads as a domain by its SRV record to several servers, of which the first that answers is asked", async () => {
    const { directory: second } = await FakeDirectory.listen(
      peer.world.network,
      { address: SERVER, port: 390 },
      entries,
    );
    configure({
      "Login Remote LDAP Server Address": "example.com",
      "Login Remote LDAP Server FQDNResolution": "SRVRecord",
    });
    expect(await logIn("Alice")).toMatchObject({ name: "Alice" });
    expect(second.asked.length).toBeGreaterThan(1);
    expect(peer.device.status.values("LDAP")).toEqual({ Status: "Active", Address: SERVER, Port: 390 });
  });

  test.each(["AddressRecord", "SRVRecord"])("that nobody knows is told as such, by %s", async (resolution) => {
    configure({
      "Login Remote LDAP Server Address": "nowhere.example.org",
      "Login Remote LDAP Server FQDNResolution": resolution,
    });
    expect(await logIn("Alice")).toBe("refused");
    expect(peer.device.status.values("LDAP")).toEqual({
      Status: "Failed",
      Cause: "DNS unable to resolve LDAP server address",
    });
    expect(lastEvents()).toContain('Detail="name:nowhere.example.org"');
  });
});

describe("alarms", () => {
  test("35004 stands while the directory is used and not configured", async () => {
    expect(standing()).not.toContain(35004);
    configure({ "Login Remote LDAP VCS BindDN": "", "Login Remote LDAP BaseDN Accounts": "" });
    expect(standing()).toContain(35004);
    expect(await logIn("Alice")).toBe("refused");
    expect(peer.device.status.values("LDAP")).toEqual({ Status: "Failed", Cause: "Unable to get configuration" });
    configure({ "Login Source Admin": "LocalOnly" });
    expect(standing()).not.toContain(35004);
  });

  test("40029 stands while TLS is asked for and there is no CA certificate", () => {
    expect(standing()).not.toContain(40029);
    configure({ "Login Remote LDAP Encryption": "TLS" });
    expect(standing()).toContain(40029);
    const { certificates } = peer.device;
    expect(certificates.write("trusted", certificates.server.certificate)).toMatchObject({ ok: true });
    expect(standing()).not.toContain(40029);
  });
});

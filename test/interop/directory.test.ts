import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { minutes, seconds } from "../../emulator/world/duration.ts";
import { needs, run } from "./program.ts";
import { startRealPeer, type RealPeer } from "./real-peer.ts";
import { MANAGER, MANAGER_PASSWORD, Slapd, SUFFIX } from "./slapd.ts";
import { loopback } from "../loopback.ts";

for (const program of ["/usr/sbin/slapd", "ldapadd", "curl", "openssl", "ssh", "sshpass"]) needs(program);

const SERVER = loopback(200);
const PORT = 38_900;
/** The one that begins with TLS and that everybody may bind. */
const TLS_PORT = 3269;

let slapd: Slapd;
let peer: RealPeer;

/** Accounts with the password "secret of NAME". */
const people = ["alice", "bob", "carol", "dave", "erin", "frank", "the (boss)*", "zoë", "peer"];

const groups: Readonly<Record<string, readonly string[]>> = {
  "VCS admins": ["uid=alice,ou=people"],
  "VCS readers": ["uid=alice,ou=people", "uid=bob,ou=people"],
  auditors: ["uid=carol,ou=people"],
  retired: ["uid=erin,ou=people"],
  guests: ["uid=zoë,ou=people"],
  // Groups within groups, one of them within itself.
  "night shift": ["uid=frank,ou=people", "cn=night shift,ou=groups"],
  "all shifts": ["cn=night shift,ou=groups"],
};

const ldif = (dn: string, attributes: readonly (readonly [string, string])[]): string =>
  [`dn: ${dn},${SUFFIX}`, ...attributes.map(([name, value]) => `${name}: ${value}`), "", ""].join("\n");

const unit = (name: string): string => ldif(`ou=${name}`, [["objectClass", "organizationalUnit"]]);

const content = [
  ["dn: dc=example,dc=com", "objectClass: dcObject", "objectClass: organization", "o: Example", "", ""].join("\n"),
  unit("people"),
  unit("groups"),
  ...people.map((uid) =>
    ldif(`uid=${uid},ou=people`, [
      ["objectClass", "inetOrgPerson"],
      ["sn", uid],
      ["cn", uid],
      ["userPassword", `secret of ${uid}`],
    ]),
  ),
  ...Object.entries(groups).map(([name, members]) =>
    ldif(`cn=${name},ou=groups`, [
      ["objectClass", "groupOfNames"],
      ...members.map((member) => ["member", `${member},${SUFFIX}`] as const),
    ]),
  ),
].join("");

const settings = {
  "Login Source Admin": "Both",
  "Login Remote LDAP Server Address": SERVER,
  "Login Remote LDAP Server Port": String(PORT),
  "Login Remote LDAP Encryption": "Off",
  "Login Remote LDAP CRLCheck": "None",
  "Login Remote LDAP SASL": "None",
  "Login Remote LDAP VCS BindDN": MANAGER,
  "Login Remote LDAP VCS BindPassword": MANAGER_PASSWORD,
  "Login Remote LDAP BaseDN Accounts": `ou=people,${SUFFIX}`,
  "Login Remote LDAP BaseDN Groups": `ou=groups,${SUFFIX}`,
};

const rights: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "vcs ADMINS": {},
  "VCS readers": { AccessLevel: "ReadOnly" },
  auditors: { AccessLevel: "Auditor" },
  retired: { Enabled: "Off" },
  "all shifts": { AccessWeb: "Off" },
  guests: { AccessLevel: "ReadOnly" },
};

function configure(values: Readonly<Record<string, string>>): void {
  const changes = Object.entries(values).map(([path, value]) => ({ path, value }));
  expect(peer.device().configuration.set(changes, { user: "admin" })).toEqual({ ok: true });
}

async function curl(path: string, ...args: readonly string[]): Promise<[number, string]> {
  const { stdout } = await run("curl", ["-sk", "-w", "\n%{http_code}", ...args, `${peer.httpsUrl}${path}`]);
  const end = stdout.lastIndexOf("\n");
  return [Number(stdout.slice(end + 1)), stdout.slice(0, end)];
}

const status = async (name: string, path = "/status.xml", password = `secret of ${name}`): Promise<number> =>
  (await curl(path, "--user", `${name}:${password}`))[0];

/** 302 leads into the pages, 200 is the login page again. */
const logIn = async (username: string, password = `secret of ${username}`): Promise<number> => {
  const fields = Object.entries({ username, password, submitbutton: "Login", formbutton: "Login" });
  return (await curl("/login", ...fields.flatMap(([name, value]) => ["--data-urlencode", `${name}=${value}`])))[0];
};

const put = async (name: string): Promise<number> => {
  const document = "<Configuration><SystemUnit><Name>put</Name></SystemUnit></Configuration>";
  return (
    await curl("/putxml", "--user", `${name}:secret of ${name}`, "-H", "content-type: text/xml", "-d", document)
  )[0];
};

const statusOfLdap = (): unknown => peer.device().status.values("LDAP");

/** Answers that were right are kept for a minute; what the directory says after it is new. */
const later = (): Promise<void> => peer.world.clock.advance(minutes(1));

async function ssh(command: string, user = "admin"): Promise<string> {
  const options = ["StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "LogLevel=ERROR"];
  const words = ["-p", "TANDBERG", "ssh", "-p", String(peer.sshPort), ...options.flatMap((each) => ["-o", each])];
  return (await run("sshpass", [...words, `${user}@${peer.address}`, command])).stdout;
}

beforeAll(async () => {
  slapd = await Slapd.prepare(SERVER, { port: PORT, tlsPort: TLS_PORT });
  await slapd.start();
  await slapd.add(content);
  peer = await startRealPeer(loopback(1));
});
afterAll(async () => {
  await peer.stop();
  await slapd.remove();
  expect(peer.log.errors).toEqual([]);
});

beforeEach(async () => {
  configure(settings);
  const list = "Authentication Account Admin Group";
  Object.entries(rights).forEach(([Name, items], place) =>
    configure(
      Object.fromEntries(
        Object.entries({ Name, ...items }).map(([item, value]) => [`${list} ${place + 1} ${item}`, value]),
      ),
    ),
  );
  await later();
});

describe("accounts of an OpenLDAP server", () => {
  test("log in to pages, XML and REST with the right password alone", async () => {
    expect([await logIn("alice"), await logIn("alice", "guess"), await logIn("alice", "")]).toEqual([302, 200, 200]);
    expect([await status("alice"), await status("alice", "/status.xml", "guess")]).toEqual([200, 401]);
    expect([await status("alice", "/status.xml", ""), await status("nobody")]).toEqual([401, 401]);
    const rest = "/api/management/status/alarm";
    expect([await status("bob", rest), await status("bob", rest, "guess")]).toEqual([200, 401]);
    expect(statusOfLdap()).toEqual({ Status: "Active", Address: SERVER, Port: PORT });
    expect(await ssh("xStatus LDAP")).toContain("Status: Active");
  });

  test("have the rights of their groups: the highest of several, none of those that are disabled or not known", async () => {
    expect([await put("alice"), await put("bob")]).toEqual([200, 403]);
    expect([await logIn("carol"), await status("carol")]).toEqual([302, 403]);
    expect([await logIn("dave"), await status("dave")]).toEqual([200, 401]);
    expect([await logIn("erin"), await status("erin")]).toEqual([200, 401]);
  });

  test("have the rights of groups that their groups are in, as deep as is configured", async () => {
    expect([await logIn("frank"), await status("frank")]).toEqual([200, 200]);
    configure({ "Login Remote LDAP SearchOptimize NestedDepth": "1" });
    expect(await status("frank")).toBe(401);
    configure({ "Login Remote LDAP SearchOptimize NestedDepth": "16" });
    expect(await status("frank")).toBe(200);
  });

  test("are found by their whole name: nothing in a name is taken for part of a filter", async () => {
    expect([
      await status("*", "/status.xml", "secret of alice"),
      await status("al*", "/status.xml", "secret of alice"),
    ]).toEqual([401, 401]);
    expect(await status("alice)(uid=*", "/status.xml", "secret of alice")).toBe(401);
    configure({ "Authentication Account Admin Group 7 Name": "bosses" });
    await slapd.add(
      ldif("cn=bosses,ou=groups", [
        ["objectClass", "groupOfNames"],
        ["member", `uid=the (boss)*,ou=people,${SUFFIX}`],
      ]),
    );
    expect(await status("the (boss)*")).toBe(200);
  });

  test("lose their rights with the next click, and the next request", async () => {
    expect(await status("alice")).toBe(200);
    configure({ "Authentication Account Admin Group 1 Enabled": "Off" });
    expect([await put("alice"), await status("alice")]).toEqual([403, 200]);
    configure({ "Authentication Account Admin Group 2 Enabled": "Off" });
    expect([await put("alice"), await status("alice")]).toEqual([401, 401]);
    configure({
      "Authentication Account Admin Group 1 Enabled": "On",
      "Authentication Account Admin Group 2 Enabled": "On",
    });
  });
});

describe("the source of administrators", () => {
  test("Local only knows nobody of the directory", async () => {
    configure({ "Login Source Admin": "LocalOnly" });
    expect([await logIn("alice"), await status("alice")]).toEqual([200, 401]);
    expect(await status("admin", "/status.xml", "TANDBERG")).toBe(200);
    expect(statusOfLdap()).toEqual({ Status: "Inactive" });
  });

  test("Remote only knows nobody of the peer but admin, on the command line alone", async () => {
    configure({
      "Authentication Account Admin Account 1 Name": "local",
      "Authentication Account Admin Account 1 Password": "mine",
    });
    expect(await status("local", "/status.xml", "mine")).toBe(200);
    configure({ "Login Source Admin": "RemoteOnly" });
    expect([await status("local", "/status.xml", "mine"), await status("admin", "/status.xml", "TANDBERG")]).toEqual([
      401, 401,
    ]);
    expect([await logIn("admin", "TANDBERG"), await logIn("alice")]).toEqual([200, 302]);
    expect(await ssh("xConfiguration Login Source Admin")).toContain("RemoteOnly");
  });
});

describe("a directory that cannot be asked", () => {
  /** Why a login is refused, as the status tells it; the Event Log tells the same. */
  const refusal = async (): Promise<unknown> => {
    expect(await logIn("alice")).toBe(200);
    const { Status, Cause } = statusOfLdap() as { Status: string; Cause?: string };
    expect(peer.device().log.newest(5).join("\n")).toContain(
      `Event="External Server Communications Failure" Reason="${Cause}" Service="LDAP" Detail="name:${SERVER}`,
    );
    return [Status, Cause];
  };

  test("because its server is stopped", async () => {
    await slapd.stop();
    try {
      expect(await refusal()).toEqual(["Failed", "Failed to connect to LDAP server. Check server address and port"]);
      expect(await status("admin", "/status.xml", "TANDBERG")).toBe(200);
    } finally {
      await slapd.start();
    }
    expect(await logIn("alice")).toBe(302);
    expect(statusOfLdap()).toMatchObject({ Status: "Active" });
  });

  test.each([
    [{ "Login Remote LDAP VCS BindPassword": "guess" }, "Invalid bind credentials"],
    [{ "Login Remote LDAP VCS BindDN": "not a name" }, "Invalid bind DN"],
    [{ "Login Remote LDAP BaseDN Accounts": "ou=nowhere,dc=example,dc=com" }, "Invalid Base DN for accounts"],
    [
      { "Login Remote LDAP BaseDN Groups": "ou=nowhere,dc=example,dc=com" },
      "Failure connecting to server. Returned code 32",
    ],
    [{ "Login Remote LDAP Encryption": "TLS" }, "There is no CA certificate installed"],
  ])("because of %o", async (wrong, cause) => {
    configure(wrong);
    expect(await refusal()).toEqual(["Failed", cause]);
  });

  test("because revocation lists are asked for and there is none of the server's authority", async () => {
    const { certificates, log } = peer.device();
    certificates.append(await readFile(slapd.certificateFile), { user: "admin" });
    configure({
      "Login Remote LDAP Encryption": "TLS",
      "Login Remote LDAP Server Port": String(TLS_PORT),
      "Login Remote LDAP CRLCheck": "Peer",
    });
    expect(await refusal()).toEqual(["Failed", "Failed to setup TLS connection. Check your CA certificate"]);
    expect(log.newest(5).join("\n")).toContain("there is no revocation list of 'CN=ldap.example.com'");
    certificates.resetTrusted({ user: "admin" });
  });

  test("is found out without anybody logging in, and so is its return", async () => {
    configure({ "Login Remote LDAP VCS BindPassword": "guess" });
    await peer.world.clock.advance(seconds(2));
    await expect.poll(statusOfLdap).toMatchObject({ Status: "Failed" });
    configure(settings);
    await peer.world.clock.advance(seconds(2));
    await expect.poll(statusOfLdap).toMatchObject({ Status: "Active" });
  });
});

describe("SASL DIGEST-MD5, as shipped", () => {
  const digest = {
    "Login Remote LDAP SASL": "DIGEST-MD5",
    "Login Remote LDAP VCS BindDN": "not used",
    "Login Remote LDAP VCS BindUsername": "peer",
    "Login Remote LDAP VCS BindPassword": "secret of peer",
  };

  test("never sends a password, and tells the right ones from the wrong, in any script", async () => {
    configure(digest);
    expect([await logIn("alice"), await logIn("alice", "guess"), await status("zoë")]).toEqual([302, 200, 200]);
    expect(statusOfLdap()).toMatchObject({ Status: "Active" });
    configure({ "Login Remote LDAP VCS BindPassword": "guess" });
    expect(await logIn("alice")).toBe(200);
    expect(statusOfLdap()).toMatchObject({ Status: "Failed", Cause: "Invalid bind credentials" });
  });
});

describe("TLS to the server", () => {
  const trust = async (): Promise<void> => {
    const pem = await readFile(slapd.certificateFile, "utf8");
    expect(peer.device().certificates.write("trusted", pem)).toMatchObject({ ok: true });
  };

  test.each([
    ["LDAPS", TLS_PORT],
    ["StartTLS", PORT],
  ])(
    "%s: with a certificate that the peer's CA certificates know, for the address that was entered",
    async (_, port) => {
      await trust();
      configure({ "Login Remote LDAP Encryption": "TLS", "Login Remote LDAP Server Port": String(port) });
      expect([await logIn("alice"), await logIn("alice", "guess")]).toEqual([302, 200]);
      expect(statusOfLdap()).toEqual({ Status: "Active", Address: SERVER, Port: port });
    },
  );

  test("a certificate of somebody else's is refused", async () => {
    const { certificate } = peer.device().certificates.server;
    expect(peer.device().certificates.write("trusted", certificate)).toMatchObject({ ok: true });
    configure({ "Login Remote LDAP Encryption": "TLS", "Login Remote LDAP Server Port": String(TLS_PORT) });
    expect(await logIn("alice")).toBe(200);
    expect(statusOfLdap()).toMatchObject({ Cause: "Failed to setup TLS connection. Check your CA certificate" });
  });
});

test("G4.6 after DefaultValuesSet of level 2 nobody of the directory gets in", async () => {
  expect([await logIn("alice"), await status("alice")]).toEqual([302, 200]);
  expect(await ssh("xCommand DefaultValueSet Level: 2")).toContain("OK");
  expect([await logIn("alice"), await status("alice")]).toEqual([200, 401]);
  expect(await status("admin", "/status.xml", "TANDBERG")).toBe(200);
  const { configuration } = peer.device();
  expect(configuration.get("Login Remote LDAP VCS BindPassword")).toBe("");
  expect(configuration.rows.of("Authentication Account Admin Group")).toEqual([]);
});

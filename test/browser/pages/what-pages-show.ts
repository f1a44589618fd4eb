import { expect } from "vitest";
import { expectGoodLooks } from "./expect-good-looks.ts";
import { filled } from "./fill-peer.ts";
import type { PageTester } from "./page-tester.ts";
import { literally, loopback } from "../../loopback.ts";

/** The address of the peer whose pages are looked at. */
const HERE = literally(loopback(1));

/** What somebody does with a page that has no fields of the model, and sees there. */
export type Look = (tester: PageTester) => Promise<void>;

/** Each text is to be read on the page. */
const shows =
  (...texts: readonly (string | RegExp)[]): Look =>
  async (tester) => {
    const content = await tester.content();
    for (const text of texts) expect(content).toMatch(text);
  };

/** A button, and what the bar says then: that it is done, or why it cannot be. */
const answers =
  (button: string, reason: RegExp): Look =>
  async (tester) => {
    await tester.pressSurely(button);
    expect(await tester.bar()).toMatch(reason);
  };

/** The peer asks itself, with the machine's own program. */
const asksHost =
  (button: string, answer: RegExp): Look =>
  async (tester) => {
    await tester.page.getByLabel("Host").fill(loopback(1));
    await tester.press(button);
    await shows(answer)(tester);
  };

const both =
  (...looks: readonly Look[]): Look =>
  async (tester) => {
    for (const look of looks) await look(tester);
  };

const alarmStands =
  (alarm: number, stands: boolean): Look =>
  async (tester) => {
    const ids = tester.peer
      .device()
      .alarms.standing()
      .map(({ type }): number => type.id);
    expect(ids.includes(alarm)).toBe(stands);
  };

/** Gives a module of the Support Log a level. */
const setsLevel = (level: string): Look =>
  both(
    (tester) =>
      tester.page
        .getByLabel("developer.web")
        .selectOption(level)
        .then(() => {}),
    answers("Save", /^Success: Saved$/),
  );

/** The button that deletes asks for a tick. */
export const nothingIsSelected: Look = answers("Delete", /^Failed: no .* is selected$/);

/** By address, those of the menus that are neither a form of items nor a list whose rows come and go. */
export const whatPagesShow: Readonly<Record<string, Look>> = {
  overview: shows("X8.1", new RegExp(HERE), /Registrations/),
  information: shows("0A1B2C3D", "X8.1", "VCS Expressway"),
  ethernetstatus: shows("LAN 1", /MAC address/),
  ipstatus: shows(new RegExp(HERE), "IPv4 gateway"),
  resourceusage: shows(/Registrations/, /TURN relays/),
  registrationsbydevice: both(
    shows(filled.caller, filled.called),
    answers("Unregister", /no registration is selected/),
  ),
  registrationsbyalias: shows(filled.caller, filled.called),
  registrationhistory: shows(filled.gone),
  calls: both(shows(filled.caller, filled.called), answers("Disconnect", /no call is selected/)),
  callhistory: shows(filled.caller, filled.unknown),
  searchhistory: shows(filled.called, filled.unknown, "Not found"),
  localzone: shows("DefaultSubZone", "TraversalSubZone"),
  zonestatus: shows("DefaultZone", filled.zone),
  unifiedcommunicationsstatus: shows("Domains for Unified CM registrations"),
  publishers: shows("There are no publishers."),
  presentities: shows("There are no presentities."),
  subscribers: shows("There are no subscribers."),
  lyncusers: shows("There are no Lync users."),
  lyncb2buastatus: shows("Lync signaling destination"),
  tmsprovisioningextensionstatus: shows("Users", "FindMe", "Phone books", "Devices"),
  linkstatus: shows("DefaultSZtoTraversalSZ"),
  pipestatus: shows(filled.pipe),
  policyservicestatus: shows(filled.service),
  turnrelayusage: shows(filled.turnClient),
  alarms: async (tester) => {
    const standing = tester.peer.device().alarms.standing();
    await shows(...standing.map(({ type }) => String(type.id)))(tester);
    await answers("Acknowledge", /no alarm is selected/)(tester);
  },
  hardware: both(shows("Fan speeds", /Fan 2\s+7200 RPM\s+2000 RPM\s+12000 RPM\s+Normal/, "Battery"), async (tester) => {
    const end = tester.peer.box.falsifyReading({ sensor: "Fan 2", reads: 0 });
    await tester.page.reload();
    await shows(/Fan 2\s+0 RPM\s+2000 RPM\s+12000 RPM\s+Out of range/)(tester);
    await expectGoodLooks(tester);
    end();
  }),
  eventlog: shows(/Admin Session Start/, /Call Attempted/),
  configurationlog: shows(/System Configuration Changed/),
  firewallrulesactive: shows("There are no active firewall rules."),
  protectionoverview: both(
    shows("Web login failure", "SSH authorization failure"),
    answers("Enable", /no category is selected/),
  ),
  blockedaddresses: shows("There are no blocked addresses."),
  activeadministratorsessions: both(
    shows("admin (this session)"),
    answers("Terminate session", /no session is selected/),
  ),
  activefindmesessions: shows("There are no active FindMe sessions.", /nobody logs in to a FindMe account/),
  upgrade: both(shows("X8.1"), answers("Upgrade", /Failed: /)),
  optionkeys: both(shows("0A1B2C3D"), async (tester) => {
    await tester.page.getByLabel("Add option key").fill("no key <b>");
    await answers("Add option", /Failed: .*no key <b>/)(tester);
  }),
  checkpattern: async (tester) => {
    const { page } = tester;
    await page.getByLabel("Alias").fill("bob@example.com");
    await page.getByLabel("Pattern type").selectOption("Regex");
    await page.getByLabel("Pattern string").fill("(.*)@example.com");
    await page.getByLabel("Pattern behavior").selectOption("Replace");
    await page.getByLabel("Replace string").fill(String.raw`\1@example.org`);
    await tester.press("Check pattern");
    await shows("bob@example.org")(tester);
  },
  locate: async (tester) => {
    await tester.page.getByLabel("Alias", { exact: true }).fill(filled.called);
    await tester.press("Locate");
    await expect.poll(() => tester.content()).toContain("Search completed");
    await shows("Found in", filled.called)(tester);
  },
  localinboundports: shows("SSH", new RegExp(`TCP\\s+${HERE}\\s+22\\s`)),
  localoutboundports: shows("Requests for the time.", new RegExp(`UDP\\s+${HERE}\\s+123\\s`)),
  remotelisteningports: shows(filled.timeServer),
  ping: asksHost("Ping", new RegExp(`Response time \\(ms\\)\\s+${HERE}\\s+\\d`)),
  traceroute: asksHost("Traceroute", new RegExp(`TTL\\s+Response\\s+1\\s+${HERE} \\([\\d.]+ ms\\)`)),
  tracepath: asksHost("Tracepath", new RegExp(`TTL\\s+Response\\s+1\\s+${HERE} \\([\\d.]+ ms\\)`)),
  dnslookup: both(answers("Lookup", /^Failed: Missing argument/), async (tester) => {
    await tester.page.getByLabel("Host").fill("_sip._tcp.example.com");
    await tester.press("Lookup");
    await shows("nslookup -query=SRV _sip._tcp.example.com", "no servers could be reached")(tester);
  }),
  trustedcacertificate: answers("Append CA certificate", /^Failed: /),
  servercertificate: both(
    shows("Server certificate data", loopback(1), "Valid"),
    answers("Upload server certificate data", /^Failed: /),
  ),
  crlmanagement: answers("Upload CRL file", /^Failed: /),
  clientcertificatetesting: answers("Check certificate", /^Failed: /),
  backuprestore: answers("Upload system backup file", /Failed: /),
  systemsnapshot: shows(/napshot/),
  networklog: both(shows(/newest first/), async (tester) => {
    tester.peer.device().log.network.write("network.h323", "ERROR", { Detail: "a line of the Network Log" });
    await tester.press("Filter");
    await shows("a line of the Network Log")(tester);
  }),
  diagnosticlogging: both(
    answers("Stop logging", /diagnostic logging is not running/),
    (tester) => tester.page.getByLabel("Take tcpdump while logging").check(),
    answers("Start new log", /^Success: /),
    shows("In progress"),
    (tester) => tester.page.getByLabel("Marker").fill("here"),
    answers("Add marker", /^Success: /),
    answers("Stop logging", /^Success: /),
    shows("Stopped"),
  ),
  incidentview: shows(filled.failure, "tvcs", "Not sent"),
  supportlogconfiguration: both(
    setsLevel("Debug"),
    alarmStands(25019, true),
    setsLevel("Info"),
    alarmStands(25019, false),
  ),
  b2buaservicerestart: both(shows("B2BUA service restart"), answers("Restart service", /^Success: /)),
  restartoptions: async (tester) => {
    await tester.press("Restart");
    await tester.page.getByRole("alertdialog").waitFor();
    await tester.follow(tester.page.getByRole("link", { name: "Cancel" }));
    await shows("Restart options")(tester);
  },
  adminaccounts: shows("admin", "Read-write"),
};

/** By the address of the page that makes a row, what is typed there; the first value is what the row is called. */
export const rowsToCreate: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  createfirewallrule: { "IP address": "192.0.2.77", Priority: "7", Action: "Drop" },
  createexemption: { Address: "192.0.2.0", "Prefix length": "24" },
  createallowlistpattern: { "Pattern string": "alice@example.com" },
  createdenylistpattern: { "Pattern string": "mallory@example.com" },
  createcredential: { Name: "endpoint", Password: "s3cret" },
  createsubzone: { Name: "Second floor" },
  createsubzonemembershiprule: { "Rule name": "Second floor", "Target subzone": filled.subzone },
  createzone: { Name: "Head office", Type: "Neighbor" },
  createdomain: { "Domain name": "example.com" },
  createtransform: { Priority: "7", "Pattern string": "9" },
  createsearchrule: { "Rule name": "To head office", Target: "LocalZone" },
  createpolicyservice: { Name: "Second opinion" },
  createdefaultzoneaccessrule: { Name: "Partners", "Pattern string": "partner.example.com" },
  createcallpolicyrule: { "Source pattern": "mallory@.*", "Destination pattern": ".*", Action: "Reject" },
  createb2buatrustedhost: { Name: "Lync front end", "IP address": "192.0.2.80" },
  createtranscoderpolicyrule: { Name: "All of them", "Pattern string": ".*" },
  createtranscoder: { Address: "192.0.2.81" },
  createb2buaturnserver: { "TURN server address": "192.0.2.82" },
  createunifiedcmserver: { "Unified CM publisher address": "192.0.2.83", Username: "axl", Password: "s3cret" },
  createimandpresenceserver: { "IM and Presence publisher address": "192.0.2.84", Username: "axl", Password: "s3cret" },
  createlink: { Name: "Between", "Node 1": "DefaultSubZone", "Node 2": "ClusterSubZone" },
  createpipe: { Name: "Radio link" },
  createadministratorgroup: { Name: "Operators" },
  createfindmeaccount: {
    Username: "ann.smith",
    "Display name": "Ann Smith",
    "Phone number": "4711",
    "FindMe ID": "ann@example.com",
    "Principal device address": "ann.office@example.com",
    Password: "s3cret",
    "FindMe type": "Group of people",
  },
  createfindmegroup: { Name: "Everybody at home", State: "Disabled" },
};

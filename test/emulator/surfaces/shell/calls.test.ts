import { afterEach, beforeEach, expect, test } from "vitest";
import { AdminShell } from "../../../../emulator/surfaces/shell/admin-shell.ts";
import { minutes, seconds } from "../../../../emulator/world/duration.ts";
import { call, connectedCall, headOffice, towardsHeadOffice } from "../../head-office.ts";
import { ADMIN } from "../documents/simulated-device.ts";
import { startWebPeer, type WebPeer } from "../web/web-peer.ts";

const HEAD_OFFICE = "198.51.100.7";

let peer: WebPeer;
let shell: AdminShell;
let serialNumber: string;

beforeEach(async () => {
  peer = await startWebPeer({ configuration: towardsHeadOffice(HEAD_OFFICE, "0A1B2C3D") });
  await headOffice(peer.world, HEAD_OFFICE);
  await peer.world.clock.advance(minutes(2));
  shell = new AdminShell(peer.device, ADMIN);
  serialNumber = await connectedCall(peer.device, peer.world, { bandwidth: 1000 });
  await peer.world.clock.advance(seconds(9));
});

afterEach(() => peer.close());

const answer = async (line: string): Promise<string[]> => [...(await shell.run(line)).lines];

test("G3.10 xStatus Calls prints a call in progress, element by element", async () => {
  expect(await answer("xStatus Calls")).toEqual([
    "*s Calls:",
    "     Call 1:",
    `       SerialNumber: "${serialNumber}"`,
    '       BoxSerialNumber: ""',
    expect.stringMatching(/^ {7}Tag: "[0-9a-f-]{36}"$/),
    '       SIPVariant: ""',
    "       State: Connected",
    '       StartTime: "2013-12-09 10:02:00"',
    "       InitialCall: True",
    "       Licensed: True",
    "       LicensedAsTraversal: True",
    '       SourceAlias: "alice@example.com"',
    '       DestinationAlias: "bob@head.example.com"',
    "       ToLocalB2BUA: False",
    "       Audio: False",
    "       License:",
    "         Traversal: 2",
    "         NonTraversal: 0",
    "         CollaborationEdge: 0",
    "       Duration: 9",
    "       Legs:",
    "         Leg 1:",
    "           Protocol: H323",
    "           H323:",
    '             CallSignalAddress: ""',
    "             Aliases:",
    "               Alias 1:",
    "                 Type: Url",
    "                 Origin: Unknown",
    '                 Value: "alice@example.com"',
    "           Targets:",
    "             Target 1:",
    "               Type: Url",
    "               Origin: Unknown",
    '               Value: "bob@head.example.com"',
    '           BandwidthNode: "DefaultSubZone"',
    '           Cause: ""',
    '           Reason: ""',
    "           EncryptionType: None",
    '           CheckCode: ""',
    "         Leg 2:",
    "           Protocol: H323",
    "           H323:",
    '             CallSignalAddress: ""',
    "             Aliases:",
    "               Alias 1:",
    "                 Type: Url",
    "                 Origin: Unknown",
    '                 Value: "bob@head.example.com"',
    "           Source:",
    "             Aliases:",
    "               Alias 1:",
    "                 Type: Url",
    "                 Origin: Unknown",
    '                 Value: "alice@example.com"',
    '           BandwidthNode: "Head office"',
    '           Cause: ""',
    '           Reason: ""',
    "           EncryptionType: None",
    '           CheckCode: ""',
    "       Sessions:",
    "         Session 1:",
    "           Status: Connected",
    "           MediaRouted: True",
    "           CallRouted: True",
    "           Participants:",
    "             Leg: 1",
    "             Leg: 2",
    "             Incoming:",
    "               Leg: 1",
    "             Outgoing:",
    "               Leg: 2",
    "           Bandwidth:",
    "             Requested: 1000",
    "             Allocated: 1000",
    "           Route:",
    "             Hop 1:",
    '               Zone: "DefaultSubZone"',
    "             Hop 2:",
    '               Link: "DefaultSZtoTraversalSZ"',
    "             Hop 3:",
    '               Zone: "TraversalSubZone"',
    "             Hop 4:",
    '               Link: "Zone001ToTraversalSZ"',
    "             Hop 5:",
    '               Zone: "Head office"',
    "*s/end",
    "",
    "OK",
  ]);
});

test.each([
  [
    "xStatus Pipes",
    [
      "*s Pipes:",
      "     Pipe 1:",
      '       Name: "To head office"',
      "       Bandwidth:",
      "         LocalUsage: 1000",
      "         ClusterUsage: 1000",
      "*s/end",
    ],
  ],
  [
    "xStatus Links Link 6",
    [
      "*s Links:",
      "     Link 6:",
      '       Name: "Zone001ToTraversalSZ"',
      "       Bandwidth:",
      "         LocalUsage: 1000",
      "         ClusterUsage: 1000",
      "*s/end",
    ],
  ],
  [
    "xStatus Zones Zone 1",
    [
      "*s Zones:",
      "     Zone 1:",
      '       Name: "Head office"',
      "       Bandwidth:",
      "         LocalUsage: 1000",
      "         ClusterUsage: 1000",
      "       Status: Active",
      "       Type: Neighbor",
      "       Neighbor:",
      "         Peer 1:",
      "           H323:",
      "             Status: Active",
      '             Address: "198.51.100.7"',
      "             Port: 1719",
      '             LastStatusChange: "2013-12-09 10:00:00"',
      "           SIP: /",
      "*s/end",
    ],
  ],
  [
    "xStatus ResourceUsage Calls Traversal",
    [
      "*s ResourceUsage:",
      "     Calls:",
      "       Traversal:",
      "         Current: 1",
      "         Max: 1",
      "         Total: 1",
      "*s/end",
    ],
  ],
  [
    "xStatus Options",
    [
      "*s Options:",
      "     Option 1:",
      expect.stringMatching(/^ {7}Key: "116341Y10-1-[0-9A-F]{8}"$/) as unknown,
      '       Description: "10 Rich Media Sessions"',
      "*s/end",
    ],
  ],
])("%s tells of the call in progress", async (line, lines) => {
  expect(await answer(line)).toEqual([...lines, "", "OK"]);
});

test("DisconnectCall ends it by index or serial number, and says which calls there are", async () => {
  expect(await answer("xCommand DisconnectCall Call: 2")).toContain(
    '     Description: "there is no call 2 on this peer; there are: 1"',
  );
  expect(await answer(`xCommand DisconnectCall CallSerialNumber: ${serialNumber}`)).toContain("*r Result (status=OK):");
  expect(await answer("xStatus Calls")).toEqual(["*s Calls: /", "*s/end", "", "OK"]);
});

test("xHistory Calls prints those that are over, newest first", async () => {
  expect(await answer("xHistory")).toEqual(["*h Calls: /", "*h/end", "*h Registrations: /", "*h/end", "", "OK"]);
  await call(peer.device, peer.world, { destination: "nobody@elsewhere.example.com" });
  peer.device.calls.disconnect(serialNumber, ADMIN);
  const lines = await answer("xhist calls");
  const tag = expect.stringMatching(/^ {7}Tag: "[0-9a-f-]{36}"$/) as unknown;
  expect(lines.slice(0, 13)).toEqual([
    "*h Calls:",
    "     Call 1:",
    `       SerialNumber: "${serialNumber}"`,
    tag,
    "       State: Disconnected",
    "       CallType: Traversal",
    "       Protocol: H323",
    "       Bandwidth: 1000",
    '       SourceAlias: "alice@example.com"',
    '       DestinationAlias: "bob@head.example.com"',
    '       StartTime: "2013-12-09 10:02:00"',
    "       Duration: 10",
    '       DisconnectCause: "Operator disconnected"',
  ]);
  expect(lines.slice(13)).toEqual(
    expect.arrayContaining(["     Call 2:", "       State: ConnectionFailed", '       DisconnectCause: "Not found"']),
  );
  expect(lines.slice(-3)).toEqual(["*h/end", "", "OK"]);
});

test.each([
  ["xHistory ?", ["- History -", "", "Calls", "Registrations", "", "OK"]],
  ["xHistory Faxes", ["xHistory takes one of Calls, Registrations", "", "ERROR"]],
  ["xHistory reg", ["*h Registrations: /", "*h/end", "", "OK"]],
])("%s", async (line, lines) => {
  expect(await answer(line)).toEqual(lines);
});

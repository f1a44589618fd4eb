import { afterAll, beforeAll, expect, test } from "vitest";
import { needsPythonModule, PYTHON, run } from "./program.ts";
import { startRealPeer, type RealPeer } from "./real-peer.ts";
import { loopback } from "../loopback.ts";

needsPythonModule("requests");

let peer: RealPeer;
beforeAll(async () => {
  peer = await startRealPeer(loopback(1));
});
afterAll(async () => {
  expect(peer.log.errors).toEqual([]);
  await peer.stop();
});

/** Python with a session as such clients open it: Basic on every request, the peer's own certificate taken. */
const OPENING = `
import json, sys
import requests
requests.packages.urllib3.disable_warnings()
base = sys.argv[1]
api = base + "/api/provisioning"
s = requests.Session()
s.auth = ("admin", "TANDBERG")
s.verify = False
# The machine may name a CA bundle of its own.
s.trust_env = False
def told(r):
    print(json.dumps([r.status_code, r.json() if "json" in r.headers["content-type"] else r.text]))
`;

/** What a script tells of each answer: status, and JSON or text. */
async function python(script: string): Promise<[number, unknown][]> {
  const { stdout, stderr, code } = await run(PYTHON, ["-c", OPENING + script, peer.httpsUrl]);
  expect([code, stderr]).toEqual([0, ""]);
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as [number, unknown]);
}

test("a neighbor zone and a search rule are made, changed and deleted", async () => {
  const answers = await python(`
zones, rules = api + "/common/zone/neighborzone", api + "/common/searchrule"
told(s.get(api + "/sysinfo"))
zone = {"Name": "Branch", "PeerAddress": ["192.0.2.20", "192.0.2.21"], "SIPTransport": "TCP"}
told(s.post(zones, json=zone))
told(s.post(zones, json=zone))
told(s.post(rules, json={"Name": "To the branch", "Priority": 50, "TargetName": "Branch"}))
told(s.put(zones, json={"Name": "Branch", "New_Name": "Office", "PeerAddress": ["192.0.2.20"]}))
told(s.put(rules, json={"Name": "To the branch", "TargetName": "Office"}))
told(s.get(zones + "/name/Office"))
told(s.get(rules + "/name/To the branch"))
`);
  expect(answers).toEqual([
    [200, expect.objectContaining({ SoftwareVersion: "X8.1", SerialNumber: "0A1B2C3D" })],
    [201, { Message: "Successfully created Neighbor zone" }],
    [400, { Message: "Neighbor zone name already exists" }],
    [201, { Message: "Successfully created the Search Rule" }],
    [200, { Message: "Successfully updated the Neighbor zone" }],
    [200, { Message: "Successfully updated the Search Rule" }],
    [200, [expect.objectContaining({ Name: "Office", PeerAddress: ["192.0.2.20"], SIPTransport: "TCP" })]],
    [200, [expect.objectContaining({ Name: "To the branch", Priority: 50, TargetName: "Office" })]],
  ]);
  const { configuration } = peer.device();
  expect(configuration.get("Zones Zone 1 Neighbor Peer 1 Address")).toBe("192.0.2.20");
  expect(peer.device().log.newest(50).join("\n")).toMatch(/System Configuration Changed.*192\.0\.2\.21/);
  const deleted = await python(`
told(s.delete(api + "/common/searchrule", json={"Name": "To the branch"}))
told(s.delete(api + "/common/zone/neighborzone", json={"Name": "Office"}))
told(s.get(api + "/common/zone/neighborzone"))
`);
  expect(deleted.map(([status]) => status)).toEqual([200, 200, 200]);
  expect(deleted[2]?.[1]).toEqual([]);
});

test("mistakes are told by member, value seen and values allowed", async () => {
  const answers = await python(`
told(s.put(api + "/common/qos", json={"Value": 64}))
told(s.put(api + "/common/qos", data="{"))
told(s.get(api + "/common/searchrule/name/nobody"))
told(s.post(api + "/common/qos", json={"Value": 1}))
told(s.get(api + "/controller/zone/traversalclient"))
told(s.get(api + "/domaincerts/domain"))
told(s.get(api + "/sysinfo", auth=("admin", "wrong")))
`);
  expect(answers).toEqual([
    [400, { Message: 'Value: "64" is not allowed: a whole number from 0 to 63' }],
    [400, { Message: expect.stringContaining("the body is not JSON") as string }],
    [404, { Message: 'nothing has the Name "nobody"' }],
    [405, { Message: expect.stringContaining("has no POST: one of GET, PUT, OPTIONS") as string }],
    [404, { Message: expect.stringContaining("is served by an Expressway-C or a VCS Control") as string }],
    [501, { Message: expect.stringContaining("not implemented by the emulator") as string }],
    [401, expect.stringContaining("Unauthorized")],
  ]);
});

test("OPTIONS, HEAD, and JSON that is sent as what it is not", async () => {
  const [options, head, ...written] = await python(`
r = s.options(api + "/common/qos")
print(json.dumps([r.status_code, r.headers["allow"]]))
r = s.head(api + "/common/qos")
print(json.dumps([r.status_code, r.text]))
told(s.put(api + "/common/qos", data='{"Value": 10}', headers={"Content-Type": "text/plain"}))
told(s.put(api + "/common/qos", data='{"Value": 11}', headers={"Content-Type": "application/x-www-form-urlencoded"}))
for n, kind in enumerate(["", "json", ";", "application/json;charset", "a/b; c=\\"d"]):
    told(s.put(api + "/common/qos", data=json.dumps({"Value": 20 + n}), headers={"Content-Type": kind}))
`);
  expect(options).toEqual([200, "GET, PUT, OPTIONS"]);
  expect(head).toEqual([200, ""]);
  expect(written.map(([status]) => status)).toEqual([200, 200, 200, 200, 200, 200, 200]);
  expect(peer.device().configuration.get("IP QoS Value")).toBe("24");
});

test("certificates go up as a form, also from a session that says JSON of everything", async () => {
  const answers = await python(`
pem = s.get(api + "/certs/server").text
told(s.post(api + "/certs/root", files={"file": ("ca.pem", pem)}))
s.headers["Content-Type"] = "application/json"
told(s.post(api + "/certs/root", files={"file": ("ca.pem", pem + pem)}))
print(json.dumps([200, s.get(api + "/certs/root").text == pem + pem]))
`);
  const updated = { Message: "Root Certificate updated." };
  expect(answers).toEqual([
    [200, updated],
    [200, updated],
    [200, true],
  ]);
});

import { Resolver } from "node:dns/promises";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebBrowser } from "../../emulator/lab/scenario/drivers/web-browser.ts";
import { WebOperator } from "../../emulator/lab/scenario/drivers/web-operator.ts";
import { HttpsClient } from "../../emulator/world/https-client.ts";
import { NETWORK, loopback } from "../loopback.ts";
import { ask, type Status } from "./lab-answers.ts";
import { onlyWhere } from "./program.ts";
import { temporaryDirectory, Xtwin, type ReadyLine } from "./xtwin.ts";

onlyWhere(existsSync("/proc/net/tcp"), "what listens is read from /proc/net, which only Linux has");

/** The protocols by which programs come in at the ports that are named to them. */
const PROTOCOLS = { https: "tcp", http: "tcp", ssh: "tcp", ras: "udp", turn: "udp" } as const;

/** Guide, Appendix 2: key exchange and cluster management; the database channel is the twin's stand-in for protocol 51. */
const CLUSTER_PORTS = ["udp 500", "udp 4369", "tcp 4370"];

/** Linux gives out ports from here on to whoever asks for any. */
const FIRST_EPHEMERAL = 32_768;

let lab: Xtwin;
let ready: ReadyLine;
let offset: number;

beforeAll(async () => {
  const file = join(temporaryDirectory(), "lab.yaml");
  writeFileSync(
    file,
    `cluster: { name: cluster.lab.example.com }
peers:
  - { name: expe1, address: ${loopback(1)}, configuration: { Traversal Server TURN Mode: On } }
  - { name: expe2, address: ${loopback(2)}, configuration: { H323 Mode: Off, SIP Mode: Off } }
`,
  );
  lab = new Xtwin(["up", file, "--json", "--speed", "0"]);
  ready = await lab.ready();
  offset = (ready.peers[0]?.ports.ssh ?? 0) - 22;
});
afterAll(() => lab.end("SIGTERM"));

/** What listens at an address, as the machine tells it: `tcp 443`; the lab's port offset is taken off. */
function listening(address: string): string[] {
  const reversed = address.split(".").toReversed().map(Number);
  const wanted = Buffer.from(reversed).toString("hex").toUpperCase();
  return (["tcp", "udp"] as const).flatMap((protocol) =>
    readFileSync(`/proc/net/${protocol}`, "utf8")
      .split("\n")
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter(([, local = "", , state]) => local.startsWith(`${wanted}:`) && (protocol === "udp" || state === "0A"))
      .map(([, local = ""]) => Number.parseInt(local.split(":")[1] ?? "", 16))
      .map((port) => `${protocol} ${port >= FIRST_EPHEMERAL ? port : port - offset}`),
  );
}

const isEphemeral = (socket: string): boolean => Number(socket.split(" ")[1]) >= FIRST_EPHEMERAL;

/** The rows of Maintenance > Tools > Port usage > Local inbound ports: `tcp 443`, and what is said of it. */
async function portPage(peer: ReadyLine["peers"][number]): Promise<(readonly [port: string, description: string])[]> {
  const https = new HttpsClient({ address: peer.address, port: peer.ports.https ?? 0 });
  const browser = new WebBrowser(https, { username: "admin", password: peer.accounts.admin });
  const { rows } = await new WebOperator(browser).open("Maintenance > Tools > Port usage > Local inbound ports");
  https.close();
  return rows.map((row) => [`${row["Protocol"]} ${row["Port"]}`.trim().toLowerCase(), row["Description"] ?? ""]);
}

const isOpened = ([, description]: readonly [string, string]): boolean =>
  !description.includes("Not opened by the emulator");

describe("what is said to listen", () => {
  test("to programs that start a lab, and by the status, is what listens", async () => {
    const [first, second] = ready.peers.map(({ address, ports }) => {
      const named = Object.entries(ports).map(
        ([name, port]) => `${PROTOCOLS[name as keyof typeof PROTOCOLS]} ${port - offset}`,
      );
      const seen = listening(address).filter((socket) => !isEphemeral(socket) && !CLUSTER_PORTS.includes(socket));
      expect(named.toSorted()).toEqual(seen.toSorted());
      return Object.keys(ports);
    });
    expect([first, second]).toEqual([
      ["https", "http", "ssh", "ras", "turn"],
      ["https", "http", "ssh"],
    ]);
    const { peers } = await ask<Status>(ready.control, "/status");
    expect(peers.map(({ ports }) => ports)).toEqual(ready.peers.map(({ ports }) => ports));
  });

  test("of an image is what a peer with all services listens on", () => {
    const [line = ""] = /^EXPOSE .*$/m.exec(readFileSync("Dockerfile", "utf8")) ?? [];
    const exposed = line
      .split(" ")
      .slice(1)
      .map((port) => port.split("/"));
    const said = exposed.map(([port, protocol = "tcp"]) => `${protocol} ${port}`);
    const seen = listening(loopback(1)).filter((socket) => !isEphemeral(socket));
    expect(said.toSorted()).toEqual(seen.toSorted());
  });

  test("on the page of local inbound ports listens, and of the product's others it says that they are not opened", async () => {
    const notOpened = await Promise.all(
      ready.peers.map(async (peer) => {
        const rows = await portPage(peer);
        const said = rows.filter(isOpened).map(([port]) => port);
        expect(said.toSorted()).toEqual(listening(peer.address).toSorted());
        return rows.filter((row) => !isOpened(row)).map(([port]) => port);
      }),
    );
    // H.225, IPsec AH, SIP by TCP and TLS: on as shipped. The second peer has H.323 and SIP off.
    expect(notOpened).toEqual([["tcp 1720", "ah", "tcp 5060", "tcp 5061"], ["ah"]]);
  });

  test("behind the SRV records of the cluster listens, or the page says that it is not opened (G13.2)", async () => {
    const resolver = new Resolver();
    resolver.setServers([`${NETWORK}.254:${53 + offset}`]);
    const [first] = ready.peers;
    const page = new Map(first ? await portPage(first) : []);
    const services = ["_sips._tcp", "_sip._tcp", "_h323ls._udp", "_h323cs._tcp"];
    const found = await Promise.all(
      services.map(async (service) => {
        const records = await resolver.resolveSrv(`${service}.cluster.lab.example.com`);
        const port = records.find(({ name }) => name === "expe1.lab.example.com")?.port;
        const socket = `${service.slice(-3)} ${port}`;
        return [service, listening(loopback(1)).includes(socket), page.get(socket)?.includes("Not opened") ?? "no row"];
      }),
    );
    expect(found).toEqual([
      ["_sips._tcp", false, true],
      ["_sip._tcp", false, true],
      ["_h323ls._udp", true, false],
      ["_h323cs._tcp", false, true],
    ]);
  });
});

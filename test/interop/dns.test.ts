import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startLab, type Lab } from "../../emulator/lab/lab.ts";
import { builtInTopology } from "../../emulator/lab/topology/topology.ts";
import { MemoryLog } from "../../emulator/world/log.ts";
import { needs, run } from "./program.ts";
import { NETWORK, loopback } from "../loopback.ts";

needs("dig");

const SERVER = loopback(200);
const REVERSED = NETWORK.split(".").toReversed().join(".");
/** The real port number where the user may bind it. */
const portOffset = process.getuid?.() === 0 ? 0 : 20_000;

const log = new MemoryLog();
let lab: Lab;

beforeAll(async () => {
  const topology = { ...builtInTopology({ network: NETWORK, peers: 6 }), surroundings: SERVER };
  lab = await startLab({ topology, log, portOffset, runs: { surroundings: true, peers: [] } });
});
afterAll(async () => {
  await lab.stop();
  expect(log.errors).toEqual([]);
});

interface DigAnswer {
  readonly status: string | undefined;
  readonly flags: string | undefined;
  /** The records of a section, their fields separated by single spaces. */
  readonly answer: string[];
  readonly additional: string[];
  readonly text: string;
}

/** Asks as the product's own DNS lookup page shows it: dig, with its sections. */
async function dig(...words: string[]): Promise<DigAnswer> {
  const { stdout, stderr, code } = await run("dig", [
    `@${SERVER}`,
    "-p",
    String(53 + portOffset),
    "+tries=1",
    "+time=5",
    ...words,
  ]);
  expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
  const section = (name: string): string[] =>
    (new RegExp(`;; ${name} SECTION:\n((?:.+\n)+)`).exec(stdout)?.[1] ?? "")
      .split("\n")
      .filter(Boolean)
      .map((line) => line.replaceAll(/\s+/g, " "));
  return {
    status: /status: (\w+)/.exec(stdout)?.[1],
    flags: /flags: ([^;]*);/.exec(stdout)?.[1],
    answer: section("ANSWER"),
    additional: section("ADDITIONAL"),
    text: stdout,
  };
}

const places = [1, 2, 3, 4, 5, 6];

describe("the lab's name server, asked with dig", () => {
  test.each(places)("knows peer %d forward and backward (G2.2)", async (place) => {
    const forward = await dig(`expe${place}.lab.example.com`);
    expect(forward).toMatchObject({ status: "NOERROR", flags: "qr aa rd", additional: [] });
    expect(forward.answer).toEqual([`expe${place}.lab.example.com. 86400 IN A ${NETWORK}.${place}`]);
    expect(forward.text).not.toMatch(/malformed|Warning: Message parser/);

    const backward = await dig("-x", `${NETWORK}.${place}`);
    expect(backward.answer).toEqual([`${place}.${REVERSED}.in-addr.arpa. 86400 IN PTR expe${place}.lab.example.com.`]);
  });

  test("knows itself, and the time server by name", async () => {
    expect((await dig("ns.lab.example.com")).answer).toEqual([`ns.lab.example.com. 86400 IN A ${SERVER}`]);
    expect((await dig("NTP.Lab.Example.COM")).answer).toMatchObject([expect.stringContaining(`IN A ${SERVER}`)]);
  });

  test("leads from the cluster's name to all peers (G2.2)", async () => {
    const { answer } = await dig("cluster.lab.example.com", "A");
    expect(answer).toEqual(places.map((place) => `cluster.lab.example.com. 86400 IN A ${NETWORK}.${place}`));
  });

  test.each([
    ["_sips._tcp", 5061],
    ["_sip._tcp", 5060],
    ["_sip._udp", 5060],
    ["_h323ls._udp", 1719],
    ["_h323cs._tcp", 1720],
  ])(
    "leads from %s of the cluster's name to all peers, and gives their addresses with it (G13.2)",
    async (service, port) => {
      const name = `${service}.cluster.lab.example.com`;
      const { status, answer, additional } = await dig("SRV", name);
      expect(status).toBe("NOERROR");
      expect(answer).toEqual(places.map((place) => `${name}. 86400 IN SRV 1 1 ${port} expe${place}.lab.example.com.`));
      expect(additional).toEqual(places.map((place) => `expe${place}.lab.example.com. 86400 IN A ${NETWORK}.${place}`));
    },
  );

  test("tells a name that is not there from one without such a record", async () => {
    expect(await dig("expe7.lab.example.com")).toMatchObject({ status: "NXDOMAIN", answer: [] });
    expect(await dig("www.example.org")).toMatchObject({ status: "NXDOMAIN", answer: [] });
    expect(await dig("-x", `${NETWORK}.77`)).toMatchObject({ status: "NXDOMAIN", answer: [] });
    expect(await dig("expe1.lab.example.com", "AAAA")).toMatchObject({ status: "NOERROR", answer: [] });
    expect(await dig("_tcp.cluster.lab.example.com", "SRV")).toMatchObject({ status: "NOERROR", answer: [] });
  });

  test("says which kinds of request it does not answer", async () => {
    expect(await dig("+opcode=notify", "expe1.lab.example.com")).toMatchObject({ status: "NOTIMP", answer: [] });
  });
});

import { builtInTopology, MemoryLog, startLab } from "../emulator/index.ts";
import { againstBareServer, get } from "./http-rate.ts";
import { LabProcess } from "./lab-process.ts";
import { median, type Measurement } from "./measure.ts";

const ITEMS = 10_000;
const RUNS = 20;

/** The documents of a peer: a whole one and one node against a bare server, and a large one that is made anew. */
export async function measureXml(): Promise<Measurement[]> {
  const lab = await LabProcess.start(1, "127.0.92");
  const peer = lab.ready.peers[0];
  if (!peer) throw new Error("no peer");
  const https = `https://${peer.address}:${peer.ports.https}`;
  const whole = await againstBareServer(`${https}/status.xml`);
  const node = await againstBareServer(`${https}/getxml?location=/Status/SystemUnit/Software/Version`);
  await lab.stop();
  return [
    {
      what: "`/status.xml` against a bare fastify HTTPS server with the same bytes, median of 5",
      figure: median(whole.map(({ own, bare }) => own / bare)),
      unit: "×",
      bar: { least: 0.5 },
    },
    {
      what: "`/status.xml`, the same runs",
      figure: median(whole.map(({ own }) => own)),
      unit: "requests/s",
      bar: { least: 0 },
    },
    {
      what: "`/getxml` of one node against a bare fastify HTTPS server with the same bytes, median of 5",
      figure: median(node.map(({ own, bare }) => own / bare)),
      unit: "×",
      bar: { least: 0.5 },
    },
    {
      what: `\`/configuration.xml\` of ${ITEMS} items, made anew after a change, over HTTPS, median of ${RUNS}`,
      figure: await configurationDocument(),
      unit: "ms",
      bar: { most: 40 },
    },
  ];
}

/** Milliseconds of a request, the client's own time included. */
async function configurationDocument(): Promise<number> {
  const topology = builtInTopology({ peers: 1, network: "127.0.92" });
  const lab = await startLab({ topology, log: new MemoryLog(), speed: 0, portOffset: 20_000 });
  const { peer } = lab.peers[0] ?? {};
  const configuration = peer?.device?.configuration;
  if (!peer || !configuration) throw new Error("the peer did not start");
  const url = `https://${peer.address}:20443/configuration.xml`;
  const entries = ["AllowList", "DenyList"].flatMap((list) =>
    Array.from({ length: ITEMS / 6 }, (_, place) => ({
      path: `Registration ${list} ${place + 1} Pattern String`,
      value: `pattern-${place}`,
    })),
  );
  const made = configuration.set(entries, { user: "bench" });
  if (!made.ok) throw new Error(made.reason);
  const items = (await get(url)).match(/>[^<]*<\/|\/>/g)?.length ?? 0;
  if (items < ITEMS) throw new Error(`only ${items} items`);
  const times: number[] = [];
  for (let run = 1; run <= RUNS; run++) {
    configuration.set([{ path: "SystemUnit Name", value: `run ${run}` }], { user: "bench" });
    const from = performance.now();
    await get(url);
    times.push(performance.now() - from);
  }
  await lab.stop();
  return median(times);
}

import { SHIPPED_ACCOUNTS, SHIPPED_PASSWORD } from "../../peer/access/accounts/accounts.ts";
import { createProcessLog } from "../../world/log.ts";
import { ControlServer } from "../control/control-server.ts";
import type { Lab } from "../lab.ts";
import { openPorts, wayIn } from "../ports.ts";
import { forgetLab, rememberLab } from "../running-lab.ts";
import { startLabOnFreePorts } from "../start-on-free-ports.ts";
import { builtInTopology, type Topology } from "../topology/topology.ts";
import { table } from "./table.ts";

export interface UpOptions {
  readonly topologyFile?: string;
  readonly blank?: boolean;
  /** How many peers the built-in topology has. */
  readonly peers?: number;
  /** The first three numbers of the built-in topology's addresses. */
  readonly network?: string;
  readonly speed?: number;
  readonly data?: string;
  readonly portOffset?: number;
  readonly quick?: boolean;
  readonly json?: boolean;
}

/** A lab that is up, with its control API. */
export interface RunningLab {
  readonly lab: Lab;
  readonly control: string;
  stop(): Promise<void>;
}

/** `xtwin up`: starts the lab and its control API, and says where to go. */
export async function up(options: UpOptions, print: (text: string) => void): Promise<RunningLab> {
  const topology = await topologyOf(options);
  const lab = await startLabOnFreePorts({
    topology,
    log: createProcessLog("warn"),
    ...(options.speed !== undefined && { speed: options.speed }),
    ...(options.data !== undefined && { dataDirectory: options.data }),
    ...(options.portOffset !== undefined && { portOffset: options.portOffset }),
    ...(options.quick && { quick: true }),
  });
  const server = new ControlServer(lab);
  const { address, port } = await server.start({ address: "127.0.0.1", port: 0 });
  const control = `http://${address}:${port}`;
  rememberLab(control);
  print(options.json ? `${JSON.stringify(readyLine(lab, control))}\n` : welcome(lab, control));
  return {
    lab,
    control,
    stop: async () => {
      forgetLab(control);
      await server.stop();
      await lab.stop();
    },
  };
}

async function topologyOf({
  topologyFile,
  blank = false,
  peers = 3,
  network = "127.0.10",
}: UpOptions): Promise<Topology> {
  if (topologyFile === undefined) return builtInTopology({ blank, peers, network });
  // Only who has a file needs the libraries that read it.
  const { readTopology } = await import("../topology/read-topology.ts");
  return readTopology(topologyFile);
}

/** The one line of `--json`, for programs that wait for it. */
function readyLine(lab: Lab, control: string): unknown {
  const accounts = Object.fromEntries(SHIPPED_ACCOUNTS.map((name) => [name, SHIPPED_PASSWORD]));
  const peers = lab.peers.map(({ plan, peer }) => ({
    name: plan.name,
    address: plan.address,
    ports: openPorts(peer, lab.portOffset),
    accounts,
  }));
  return { ready: true, control, peers };
}

function welcome(lab: Lab, control: string): string {
  const https = lab.portOffset === 0 ? "" : `:${wayIn("https", lab.portOffset)}`;
  const ssh = lab.portOffset === 0 ? "" : `-p ${wayIn("ssh", lab.portOffset)} `;
  const rows = lab.peers.map(({ plan }) => [
    plan.name,
    `https://${plan.address}${https}/`,
    `ssh ${ssh}admin@${plan.address}`,
  ]);
  const { topology } = lab;
  return [
    `\nExpressway Twin – ${describe(topology)}\n`,
    table(["Peer", "Web", "Command line"], rows),
    `Log in as admin (or root over SSH), password ${SHIPPED_PASSWORD}.`,
    `DNS and NTP servers of the lab: ${topology.surroundings}. Control: ${control}, for example  npx xtwin status  or  npx xtwin clock advance 2m`,
    "Ctrl-C stops the lab.\n",
  ].join("\n");
}

function describe({ peers, cluster }: Topology): string {
  const count = `${peers.length} ${peers.length === 1 ? "peer" : "peers"}`;
  return cluster ? `${count}, cluster ${cluster.name}` : `${count}, stand-alone, as unpacked`;
}

import { readStatus } from "../../../../protocol/xapi/cli-reader.ts";
import type { Element } from "../../../../protocol/xapi/element.ts";
import { readXml } from "../../../../protocol/xapi/xml-reader.ts";
import { alarms as alarmTypes } from "../../../model/alarms/index.ts";
import { runCli } from "../do/shells.ts";
import type { PeerSession } from "../drivers/peer-session.ts";

/** A surface that shows the alarms of a peer. */
export interface AlarmSurface {
  readonly name: string;
  /** The numbers of those that stand, lowest first. */
  shown(peer: PeerSession): Promise<readonly number[]>;
}

/** What REST answers for each peer of the cluster, as far as it is needed here. */
interface AlarmsOfPeer {
  readonly local_peer: boolean;
  readonly records: readonly { readonly id: string; readonly status: string }[];
}

const idOf: ReadonlyMap<string, number> = new Map(alarmTypes.map(({ uuid, id }) => [uuid, id]));

const surface = (name: string, ask: AlarmSurface["shown"]): AlarmSurface => ({
  name,
  shown: (peer) => peer.seen(`alarms: ${name}`, () => ask(peer)),
});

/** The one that answers soonest. */
export const alarmsInXml = surface("XML", inXml);

/** All of them, in the order in which they are asked. */
export const alarmSurfaces: readonly AlarmSurface[] = [
  alarmsInXml,
  surface("CLI", onCli),
  surface("REST", byRest),
  surface("page", onPage),
];

async function onCli(peer: PeerSession): Promise<number[]> {
  const { text } = await runCli(peer, "xStatus Warnings");
  const ids = readStatus(text.split("\n")).filter(({ path }) => /^Warnings Warning \d+ ID$/.test(path));
  return idsOf(ids.map(({ value }) => value ?? ""));
}

async function inXml(peer: PeerSession): Promise<number[]> {
  const { body } = await peer.request({ method: "GET", path: "/getxml?location=/Status/Warnings" });
  const idsBelow = ({ name, children = [], text }: Element): string[] =>
    name === "ID" ? [text ?? ""] : children.flatMap(idsBelow);
  return idsOf(idsBelow(readXml(body)));
}

async function byRest(peer: PeerSession): Promise<number[]> {
  const { body } = await peer.request({ method: "GET", path: "/api/management/status/alarm" });
  const peers = JSON.parse(body) as readonly AlarmsOfPeer[];
  const own = peers.find(({ local_peer }) => local_peer)?.records ?? [];
  return sorted(own.filter(({ status }) => status !== "lowered").map(({ id }) => Number(id)));
}

async function onPage(peer: PeerSession): Promise<number[]> {
  const { rows } = await peer.lookAt("Status > Alarms");
  // Those of other peers have a way there in place of a check box.
  return sorted(rows.filter((row) => row[""] === "").map(({ ID }) => Number(ID)));
}

/** The alarms whose last line in the Event Log does not tell that they were lowered. */
export async function alarmsInLog(peer: PeerSession): Promise<readonly number[]> {
  const text = await eventLog(peer);
  const last = new Map<number, string>();
  for (const [, event = "", id] of text.matchAll(/Event="Alarm (Raised|Lowered|Acknowledged)" Id="(\d+)"/g))
    last.set(Number(id), event);
  return sorted([...last].filter(([, event]) => event !== "Lowered").map(([id]) => id));
}

/** The whole Event Log of a peer, as the command shell prints it. */
export async function eventLog(peer: PeerSession): Promise<string> {
  const { text } = await peer.seen("Event Log", () => runCli(peer, "eventlog all"));
  return text;
}

const idsOf = (uuids: readonly string[]): number[] => sorted(uuids.map((uuid) => idOf.get(uuid) ?? Number.NaN));

const sorted = (ids: readonly number[]): number[] => ids.toSorted((a, b) => a - b);

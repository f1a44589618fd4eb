import { Type } from "typebox";
import { alarms as alarmTypes } from "../../../model/alarms/index.ts";
import type { PeerSession } from "../drivers/peer-session.ts";
import { why } from "../../why.ts";
import { check, type EntryMistake, type Sight } from "../kinds.ts";
import { asList } from "../members.ts";
import { alarmsInLog, alarmsInXml, alarmSurfaces } from "./alarm-sources.ts";

const alarmMember = Type.Union([Type.Integer(), Type.Array(Type.Integer(), { minItems: 1 })], {
  description: "the number of an alarm, or a list of numbers",
});

type AlarmIds = number | readonly number[];

const everywhere = "on the CLI, in XML, by REST and on the page Status > Alarms alike";

/** Alarms that stand. */
export const alarm = check({
  key: "alarm",
  about: `The alarm stands: ${everywhere}, the Event Log tells that it was raised, and xtwin why explains it.`,
  example: "{ peer: expe2, alarm: 20019 }",
  members: { alarm: alarmMember },
  mistake: (entry) => unknownAlarm("alarm", entry.alarm),
  look: async (entry, peer, run) => {
    const wanted = asList<number>(entry.alarm);
    const missing = await unless(peer, lacksAny(wanted));
    if (missing) return missing;
    const logged = await alarmsInLog(peer);
    const silent = wanted.filter((id) => !logged.includes(id));
    if (silent.length > 0) return `the Event Log does not tell that ${silent.join(", ")} was raised`;
    const unexplained = wanted.filter((id) => why(run.lab, peer.name, id).some(({ facts }) => facts.length === 0));
    return unexplained.length > 0 ? `xtwin why gives no facts for ${unexplained.join(", ")}` : undefined;
  },
  glance: (entry, peer) => unless(peer, lacksAny(asList<number>(entry.alarm)), [alarmsInXml]),
});

/** Alarms that do not stand. */
export const noAlarm = check({
  key: "noAlarm",
  about: `The alarm does not stand: ${everywhere}.`,
  example: "{ peer: [expe1, expe3], noAlarm: 20019 }",
  members: { noAlarm: alarmMember },
  mistake: (entry) => unknownAlarm("noAlarm", entry.noAlarm),
  look: (entry, peer) => unless(peer, hasAny(asList<number>(entry.noAlarm))),
  glance: (entry, peer) => unless(peer, hasAny(asList<number>(entry.noAlarm)), [alarmsInXml]),
});

/** No alarm at all. */
export const noAlarms = check({
  key: "noAlarms",
  about: `No alarm stands: ${everywhere}.`,
  example: "{ peer: all, noAlarms: true }",
  members: { noAlarms: Type.Literal(true) },
  look: (_entry, peer) => unless(peer, isAny),
  glance: (_entry, peer) => unless(peer, isAny, [alarmsInXml]),
});

/** What is shown, where any of the surfaces shows what it should not. The first that does spares asking the others. */
async function unless(
  peer: PeerSession,
  wrong: (shown: readonly number[]) => boolean,
  surfaces = alarmSurfaces,
): Promise<Sight | undefined> {
  for (const surface of surfaces) if (wrong(await surface.shown(peer))) return () => described(peer);
  return undefined;
}

const lacksAny = (wanted: readonly number[]) => (shown: readonly number[]) => !wanted.every((id) => shown.includes(id));
const hasAny = (ids: readonly number[]) => (shown: readonly number[]) => ids.some((id) => shown.includes(id));
const isAny = (shown: readonly number[]) => shown.length > 0;

/** `alarms 20004, 20019`, or what each surface shows where they differ. */
async function described(peer: PeerSession): Promise<string> {
  const texts: (readonly [surface: string, text: string])[] = [];
  for (const surface of alarmSurfaces) {
    const ids = await surface.shown(peer);
    texts.push([surface.name, ids.length > 0 ? `alarms ${ids.join(", ")}` : "no alarm"]);
  }
  const [[, first] = ["", ""]] = texts;
  return texts.every(([, text]) => text === first) ? first : texts.map((text) => text.join(": ")).join("; ");
}

function unknownAlarm(member: string, ids: AlarmIds): EntryMistake | undefined {
  const unknown = asList<number>(ids).find((id) => !alarmTypes.some((type) => type.id === id));
  return unknown === undefined
    ? undefined
    : { path: [member], reason: `${unknown} is no alarm; all are in docs/reference/alarms.md` };
}

import { Type } from "typebox";
import { alarms as alarmTypes } from "../../../model/alarms/index.ts";
import type { PeerSession } from "../drivers/peer-session.ts";
import { why } from "../../why.ts";
import { check, type EntryMistake } from "../kinds.ts";
import { asList } from "../members.ts";
import { alarmsInLog, shownAlarms, type ShownAlarms } from "./alarm-sources.ts";

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
    const shown = await shownAlarms(peer);
    const wanted = asList<number>(entry.alarm);
    const missing = wanted.filter((id) => surfaces(shown).some(([, ids]) => !ids.includes(id)));
    if (missing.length > 0) return described(shown);
    const logged = await alarmsInLog(peer);
    const silent = wanted.filter((id) => !logged.includes(id));
    if (silent.length > 0) return `the Event Log does not tell that ${silent.join(", ")} was raised`;
    const unexplained = wanted.filter((id) => why(run.lab, peer.name, id).some(({ facts }) => facts.length === 0));
    return unexplained.length > 0 ? `xtwin why gives no facts for ${unexplained.join(", ")}` : undefined;
  },
});

/** Alarms that do not stand. */
export const noAlarm = check({
  key: "noAlarm",
  about: `The alarm does not stand: ${everywhere}.`,
  example: "{ peer: [expe1, expe3], noAlarm: 20019 }",
  members: { noAlarm: alarmMember },
  mistake: (entry) => unknownAlarm("noAlarm", entry.noAlarm),
  look: (entry, peer) => unless(peer, (ids) => asList<number>(entry.noAlarm).some((id) => ids.includes(id))),
});

/** No alarm at all. */
export const noAlarms = check({
  key: "noAlarms",
  about: `No alarm stands: ${everywhere}.`,
  example: "{ peer: all, noAlarms: true }",
  members: { noAlarms: Type.Literal(true) },
  look: (_entry, peer) => unless(peer, (ids) => ids.length > 0),
});

/** What is shown, where any of the surfaces shows what it should not. */
async function unless(peer: PeerSession, wrong: (ids: readonly number[]) => boolean): Promise<string | undefined> {
  const shown = await shownAlarms(peer);
  return surfaces(shown).some(([, ids]) => wrong(ids)) ? described(shown) : undefined;
}

const surfaces = ({ byCli, byXml, byRest, byPage }: ShownAlarms): readonly (readonly [string, readonly number[]])[] => [
  ["CLI", byCli],
  ["XML", byXml],
  ["REST", byRest],
  ["page", byPage],
];

/** `alarms 20004, 20019`, or what each surface shows where they differ. */
function described(shown: ShownAlarms): string {
  const texts = surfaces(shown).map(([name, ids]) => [name, ids.length > 0 ? `alarms ${ids.join(", ")}` : "no alarm"]);
  const [first] = texts;
  if (texts.every(([, text]) => text === first?.[1])) return first?.[1] ?? "";
  return texts.map(([name, text]) => `${name}: ${text}`).join("; ");
}

function unknownAlarm(member: string, ids: AlarmIds): EntryMistake | undefined {
  const unknown = asList<number>(ids).find((id) => !alarmTypes.some((type) => type.id === id));
  return unknown === undefined
    ? undefined
    : { path: [member], reason: `${unknown} is no alarm; all are in docs/reference/alarms.md` };
}

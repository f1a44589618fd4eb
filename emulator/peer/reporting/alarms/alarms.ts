import type { Clock } from "../../../world/clock.ts";
import type { Instant } from "../../../world/duration.ts";
import { alarms as alarmTypes, type AlarmId } from "../../../model/alarms/index.ts";
import type { Alarm } from "../../../model/types.ts";
import type { Facts } from "../../core/facts.ts";
import type { EventLog } from "../logging/event-log.ts";
import type { AlarmCondition, Evidence } from "../../core/alarm-condition.ts";

export type AlarmStatus = "lowered" | "raised" | "acknowledged";

/** The record of one alarm type since the last restart. Administrator Guide, "Alarms": a restart starts them over. */
export interface AlarmRecord {
  readonly type: Alarm;
  readonly status: AlarmStatus;
  readonly firstRaised: Instant | undefined;
  readonly lastRaised: Instant | undefined;
  readonly totalCount: number;
  /** Present while it stands. */
  readonly evidence: Evidence | undefined;
}

/** The alarms of this peer, derived from the conditions of all parts. */
export class Alarms {
  readonly #records = new Map<string, AlarmRecord>();
  readonly #uuidOf = new Map<number, string>();
  /** Those that may hold or not for a change of usage alone. */
  readonly #ofUsage: readonly AlarmCondition[];
  /** What an operator has raised by WarningRaise, by UUID, until it is lowered by WarningLower. */
  readonly #requested = new Map<string, Evidence>();
  #version = 0;

  constructor(
    private readonly conditions: readonly AlarmCondition[],
    private readonly clock: Clock,
    private readonly facts: Facts,
    private readonly log: EventLog,
  ) {
    for (const type of alarmTypes) {
      this.#records.set(type.uuid, NEVER_RAISED(type));
      if (!this.#uuidOf.has(type.id)) this.#uuidOf.set(type.id, type.uuid);
    }
    const alarmsOfUsage = new Set(
      conditions.filter(({ follows }) => follows === "usage").map((condition) => this.#uuidFor(condition)),
    );
    this.#ofUsage = conditions.filter((condition) => alarmsOfUsage.has(this.#uuidFor(condition)));
    facts.onChange((change) => this.#evaluate(change === "usage" ? this.#ofUsage : this.conditions));
  }

  /** Every type, raised or not, in the order of the table. */
  all(): readonly AlarmRecord[] {
    return [...this.#records.values()];
  }

  /** Grows whenever an alarm is raised, lowered, acknowledged, or reads otherwise. */
  get version(): number {
    return this.#version;
  }

  /** Those that stand, latest raised first. */
  standing(): readonly AlarmRecord[] {
    return this.all()
      .filter((record) => record.status !== "lowered")
      .toSorted((a, b) => (b.lastRaised ?? 0) - (a.lastRaised ?? 0) || b.type.id - a.type.id);
  }

  get unacknowledgedCount(): number {
    let count = 0;
    for (const record of this.#records.values()) if (record.status === "raised") count++;
    return count;
  }

  record(uuid: string): AlarmRecord | undefined {
    return this.#records.get(uuid);
  }

  /** True for an alarm type that some part has a condition for. */
  mayStand(uuid: string): boolean {
    return this.conditions.some((condition) => this.#uuidFor(condition) === uuid);
  }

  /** @returns false when the alarm does not stand. */
  acknowledge(uuid: string, user: string): boolean {
    const record = this.#records.get(uuid);
    if (!record || record.status === "lowered") return false;
    if (record.status === "raised") {
      this.#records.set(uuid, { ...record, status: "acknowledged" });
      this.log.alarm("Alarm Acknowledged", record.type, alarmText(record), { User: user });
      this.#version++;
      this.facts.changed();
    }
    return true;
  }

  /** An operator says that an alarm stands, whatever the conditions of the parts. */
  request(uuid: string, evidence: Evidence): void {
    this.#requested.set(uuid, evidence);
    this.#evaluate(this.conditions, uuid);
  }

  /** An operator no longer says so. @returns false when nobody did */
  withdraw(uuid: string): boolean {
    if (!this.#requested.delete(uuid)) return false;
    this.#evaluate(this.conditions, uuid);
    return true;
  }

  /** Alarms that stand although their condition does not hold, or the reverse: some fact changed and nobody said so. */
  outOfStep(): readonly AlarmId[] {
    const uuidsOf = (conditions: readonly AlarmCondition[]): ReadonlyMap<string, AlarmId> =>
      new Map(conditions.map((condition) => [this.#uuidFor(condition), condition.alarm]));
    const holding = uuidsOf(this.conditions.filter((condition) => condition.holds()));
    return [...uuidsOf(this.conditions)].flatMap(([uuid, alarm]) => {
      const stands = (this.#records.get(uuid)?.status ?? "lowered") !== "lowered";
      return (this.#requested.has(uuid) || holding.has(uuid)) === stands ? [] : [alarm];
    });
  }

  #uuidFor({ alarm, uuid = this.#uuidOf.get(alarm) ?? "" }: AlarmCondition): string {
    return uuid;
  }

  /** Raises what now holds and lowers what no longer does, `also` the alarm of one more UUID. */
  #evaluate(conditions: readonly AlarmCondition[], also = ""): void {
    const holding = new Map<string, Evidence>();
    const uuids = new Set([also]);
    for (const condition of conditions) {
      const uuid = this.#uuidFor(condition);
      uuids.add(uuid);
      if (holding.has(uuid)) continue;
      const evidence = condition.holds();
      if (evidence) holding.set(uuid, evidence);
    }
    let changed = false;
    for (const uuid of uuids) {
      const record = this.#records.get(uuid);
      const evidence = holding.get(uuid) ?? this.#requested.get(uuid);
      if (record && this.#follow(record, evidence)) changed = true;
    }
    if (!changed) return;
    this.#version++;
    this.facts.changed();
  }

  #follow(record: AlarmRecord, evidence: Evidence | undefined): boolean {
    const { uuid } = record.type;
    if (evidence && record.status === "lowered") {
      const now = this.clock.now();
      const raised: AlarmRecord = {
        ...record,
        status: "raised",
        firstRaised: record.firstRaised ?? now,
        lastRaised: now,
        totalCount: record.totalCount + 1,
        evidence,
      };
      this.#records.set(uuid, raised);
      this.log.alarm("Alarm Raised", record.type, alarmText(raised));
      return true;
    }
    if (!evidence && record.status !== "lowered") {
      this.#records.set(uuid, { ...record, status: "lowered", evidence: undefined });
      this.log.alarm("Alarm Lowered", record.type, alarmText(record));
      return true;
    }
    if (!evidence) return false;
    const now: AlarmRecord = { ...record, evidence };
    this.#records.set(uuid, now);
    return alarmText(now) !== alarmText(record) || alarmAction(now) !== alarmAction(record);
  }
}

/** What an operator is asked to do: what the alarm always asks for, or what fits its cause of the moment. */
export const alarmAction = ({ type, evidence }: AlarmRecord): string => evidence?.action ?? type.action;

/** The text that every surface shows: `<title>: <description>` with the values of the moment in it. */
export function alarmText(record: AlarmRecord, separator = ": "): string {
  const description = record.type.description.replaceAll(
    /<([^<>]+)>/g,
    (whole, name: string) => record.evidence?.parameters?.[name] ?? whole,
  );
  return `${record.type.title}${separator}${description}`;
}

const NEVER_RAISED = (type: Alarm): AlarmRecord => ({
  type,
  status: "lowered",
  firstRaised: undefined,
  lastRaised: undefined,
  totalCount: 0,
  evidence: undefined,
});

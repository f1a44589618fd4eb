import type { AlarmId } from "../../model/alarms/index.ts";

/** What follows where peers lose contact with each other. */
export const CONTACT_ALARMS: readonly AlarmId[] = [20004, 20006, 20016];

/** What follows where a peer loses its NTP server. */
export const TIME_ALARMS: readonly AlarmId[] = [20010, 25002, 25021];

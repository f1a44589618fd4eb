import type { AlarmId } from "../../model/alarms/index.ts";

/** What follows where peers lose contact with each other. */
export const CONTACT_ALARMS: readonly AlarmId[] = [20004, 20006, 20016];

/** What follows on the others where a peer has been out of contact for hours, days and weeks: its licenses are counted no longer. */
export const LONG_LOST_ALARMS: readonly AlarmId[] = [30012, 30013, 30014, 30015, 30016, 30017];

/** What follows where a peer loses its NTP server. */
export const TIME_ALARMS: readonly AlarmId[] = [20010, 25002, 25021];

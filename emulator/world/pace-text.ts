import type { Clock } from "./clock.ts";

/** The pace of a clock with as many digits as mean something. */
export const shownPace = ({ pace }: Clock): number => (pace < 10 ? Math.round(pace * 10) / 10 : Math.round(pace));

/** True while the machine is too slow for the speed that was asked for. */
export const isSlowed = (clock: Clock): boolean => shownPace(clock) < clock.speed;

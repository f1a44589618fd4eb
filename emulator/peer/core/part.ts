import type { AlarmCondition } from "./alarm-condition.ts";
import type { CommandHandlers } from "./command-handler.ts";
import type { StatusProviders } from "./status-values.ts";

/**
 * A piece of a peer that owns its facts, its status subtree, its commands and the alarms it may raise. A restart of the
 * peer stops all parts and builds them anew: nothing but the store survives.
 */
export interface Part {
  readonly name: string;
  readonly status?: StatusProviders;
  readonly commands?: CommandHandlers;
  readonly alarmConditions?: readonly AlarmCondition[];
  start?(): void | Promise<void>;
  /** Called once, when all parts of the peer have started. */
  ready?(): void;
  stop?(): void | Promise<void>;
}

import type { AlarmId } from "../../model/alarms/index.ts";
import type { ItemPath } from "../../model/configuration/index.ts";
import type { ItemValue } from "../../peer/configuration/set-items.ts";
import type { ClusterSettings } from "../../peer/cluster/settings.ts";

/** The peer on which somebody makes a slip, and what is around it. */
export interface SlipScene {
  readonly name: string;
  readonly settings: ClusterSettings;
  readonly read: (path: ItemPath) => string;
  /** Addresses that somebody has; a mistyped one is none of them. */
  readonly taken: readonly string[];
  /** The system names of the other peers that are up. */
  readonly systemNames: readonly string[];
}

/** What a slip writes; or why the peer has nothing that could be mistyped so. */
export type SlipPlan =
  { readonly ok: true; readonly items: readonly ItemValue[] } | { readonly ok: false; readonly reason: string };

/** A mistake of an operator: everything that the lab, its command, files and documentation know of it. */
export interface SlipKind {
  readonly name: string;
  /** What is wrong afterwards, as a sentence. */
  readonly summary: string;
  /** The path through the menus to the page on which it is made, and mended. */
  readonly page: string;
  /** What of the page it is. */
  readonly field: string;
  /** All alarms that follow on the peer itself, in a cluster of three in which it is a subordinate unless the slip is for the primary; none where no alarm tells of it. */
  readonly alarms: readonly AlarmId[];
  plan(scene: SlipScene): SlipPlan;
}

export const writes = (...items: readonly ItemValue[]): SlipPlan => ({ ok: true, items });

export const refused = (reason: string): SlipPlan => ({ ok: false, reason });

import { expect } from "vitest";
import type { Cause } from "../../../../emulator/lab/causes/cause.ts";
import { why } from "../../../../emulator/lab/why.ts";
import type { SimulatedLab } from "./simulated-lab.ts";

export const ADMIN = { user: "admin" };

/** Each cause with where it is mended. */
export const textsOf = (causes: readonly Cause[]): string[] => causes.map(({ text, mend }) => `${text} | ${mend}`);

/** The causes of 20004 on expe1. */
export const whyLost = (lab: SimulatedLab): string[] =>
  why(lab, "expe1", 20004).flatMap(({ causes }) => textsOf(causes));

/** Sets items on a peer by their CLI path. */
export function set(lab: SimulatedLab, name: string, items: Readonly<Record<string, string>>): void {
  const changes = Object.entries(items).map(([path, value]) => ({ path, value }));
  expect(lab.device(name).configuration.set(changes, ADMIN)).toEqual({ ok: true });
}

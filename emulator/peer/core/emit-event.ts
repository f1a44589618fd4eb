import type { EventName } from "../../model/feedback-expressions.ts";
import type { StatusValues } from "./status-values.ts";

/** Tells of an event. What it holds is only asked for while somebody has subscribed to it. */
export type EmitEvent = (name: EventName, holds: () => StatusValues) => void;

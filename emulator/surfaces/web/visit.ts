import type { Actor } from "../../peer/core/actor.ts";
import type { Device } from "../../peer/device.ts";
import type { Session } from "../https/sessions.ts";
import type { SentFields } from "./form/sent-fields.ts";
import type { PagePlaces } from "./menus/page-place.ts";

/** A look at a page: who looks, at which address, on which peer. */
export interface Visit {
  readonly device: Device;
  readonly session: Session;
  readonly actor: Actor;
  /** Path and query: forms go back to it. */
  readonly url: string;
  readonly query: SentFields;
  /** The port that the browser asked, where it is not that of HTTPS: the other peers of a lab answer there too. */
  readonly port: number | undefined;
  /** Those that are open to whoever looks. */
  readonly pages: PagePlaces;
  /** Whether whoever looks may press the buttons of the page. */
  readonly mayAct: boolean;
}

/** A form that was not taken: its page is shown again with what was typed. */
export interface Refusal {
  readonly reason: string;
  readonly sent: SentFields;
  /** The item at fault, where it was one. */
  readonly path?: string;
}

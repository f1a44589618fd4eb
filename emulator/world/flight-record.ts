import type { Activity } from "./activity.ts";
import type { Milliseconds } from "./duration.ts";

/** After this long a message of the loopback interface is taken for lost: nobody waits for it any more. */
const GIVE_UP_AFTER: Milliseconds = 250;

interface Flight {
  count: number;
  end: () => void;
  giveUp: NodeJS.Timeout | undefined;
}

/**
 * What has left one end of a route inside the lab and not arrived at the other: datagrams, bytes, connections. Time that
 * is moved by hand waits for it.
 */
export class FlightRecord {
  readonly #flights = new Map<string, Flight>();

  constructor(private readonly activity: Activity) {}

  launch(route: string, count: number): void {
    const flight = this.#flights.get(route);
    this.#set(route, flight, (flight?.count ?? 0) + count);
  }

  /** May come before its launch: an accepted connection is often seen before the one that made it. */
  land(route: string, count: number): void {
    const flight = this.#flights.get(route);
    this.#set(route, flight, (flight?.count ?? 0) - count);
  }

  /** Forgets a route whose ends are closed. */
  forget(route: string): void {
    const flight = this.#flights.get(route);
    if (!flight) return;
    this.#flights.delete(route);
    clearTimeout(flight.giveUp);
    flight.end();
  }

  #set(route: string, flight: Flight | undefined, count: number): void {
    if (flight && (count === 0 || flight.count > 0 !== count > 0)) this.forget(route);
    if (count === 0) return;
    if (flight && flight.count > 0 === count > 0) {
      flight.count = count;
      flight.giveUp?.refresh();
      return;
    }
    const giveUp = setTimeout(() => this.forget(route), GIVE_UP_AFTER).unref();
    this.#flights.set(route, { count, end: count > 0 ? this.activity.begin() : () => {}, giveUp });
  }
}

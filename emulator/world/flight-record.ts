import type { Activity } from "./activity.ts";
import type { Milliseconds } from "./duration.ts";

/**
 * After so many looks, this far apart, a message of the loopback interface is taken for lost: nobody waits for it any more.
 * Several looks, since a process that was stopped meanwhile finds one long wait over before it has read its sockets.
 */
const LOOKS = 5;
const BETWEEN_LOOKS: Milliseconds = 50;

interface Flight {
  count: number;
  end: () => void;
  giveUp: NodeJS.Timeout | undefined;
  /** Since something last left or arrived. */
  looks: number;
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

  /**
   * The same for a datagram, which never comes before its launch: one that nobody waits for any more is late, and must not
   * count for the next.
   */
  landDatagram(route: string): void {
    const flight = this.#flights.get(route);
    if (flight && flight.count > 0) this.#set(route, flight, flight.count - 1);
  }

  /** Forgets a route whose ends are closed. */
  forget(route: string): void {
    const flight = this.#flights.get(route);
    if (!flight) return;
    this.#flights.delete(route);
    clearInterval(flight.giveUp);
    flight.end();
  }

  #set(route: string, flight: Flight | undefined, count: number): void {
    if (flight && (count === 0 || flight.count > 0 !== count > 0)) this.forget(route);
    if (count === 0) return;
    if (flight && flight.count > 0 === count > 0) {
      flight.count = count;
      flight.looks = 0;
      return;
    }
    const end = count > 0 ? this.activity.begin() : () => {};
    const begun: Flight = { count, end, looks: 0, giveUp: undefined };
    begun.giveUp = setInterval(() => {
      if (++begun.looks >= LOOKS) this.forget(route);
    }, BETWEEN_LOOKS).unref();
    this.#flights.set(route, begun);
  }
}

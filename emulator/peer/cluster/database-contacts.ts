import type { Clock, Timer } from "../../world/clock.ts";
import { seconds, type Milliseconds } from "../../world/duration.ts";

/** An exchange that failed may have met a peer that was just restarting: it is tried once more before anybody is alarmed. */
const SECOND_TRY: Milliseconds = seconds(5);
const FAILURES_UNTIL_FAILED = 2;

interface Exchanges {
  /** In a row. */
  readonly failures: number;
  /** One has succeeded. */
  readonly everSucceeded: boolean;
  /** The peer has been out of contact since, and none was tried in this contact. */
  readonly before?: true;
}

interface Options {
  readonly clock: Clock;
  /** Exchanges with a peer have begun to fail, or to succeed. */
  readonly onChange: () => void;
  /** Asks a peer for its tables. */
  readonly exchange: (address: string) => void;
}

const NONE: Exchanges = { failures: 0, everSucceeded: false };

/** Which peers the database of this one can be exchanged with, as the last real exchanges tell. */
export class DatabaseContacts {
  readonly #exchanges = new Map<string, Exchanges>();
  readonly #secondTries = new Map<string, Timer>();

  constructor(private readonly options: Options) {}

  /** An exchange with a peer is over. */
  note(address: string, succeeded: boolean): void {
    const before = this.#exchanges.get(address) ?? NONE;
    const { clock, exchange, onChange } = this.options;
    const after: Exchanges = succeeded
      ? { failures: 0, everSucceeded: true }
      : { failures: before.failures + 1, everSucceeded: before.everSucceeded };
    this.#exchanges.set(address, after);
    this.#secondTries.get(address)?.cancel();
    if (after.failures > 0 && after.failures < FAILURES_UNTIL_FAILED)
      this.#secondTries.set(
        address,
        clock.after("second database exchange", SECOND_TRY, () => exchange(address)),
      );
    const first = before.everSucceeded !== after.everSucceeded;
    if (first || failed(before) !== failed(after)) onChange();
  }

  /** Exchanges with a peer fail. */
  failed(address: string): boolean {
    return failed(this.#exchanges.get(address) ?? NONE);
  }

  /** The last exchange with a peer failed. */
  isFailing(address: string): boolean {
    return (this.#exchanges.get(address) ?? NONE).failures > 0;
  }

  everTried(address: string): boolean {
    const exchanges = this.#exchanges.get(address);
    return exchanges !== undefined && exchanges.before === undefined;
  }

  /** The peers that exchanges fail with. */
  get failures(): readonly string[] {
    return [...this.#exchanges].flatMap(([address, exchanges]) => (failed(exchanges) ? [address] : []));
  }

  /** An exchange with a peer has succeeded since it came into contact. */
  everSucceeded(address: string): boolean {
    return this.#exchanges.get(address)?.everSucceeded ?? false;
  }

  /**
   * Forgets what succeeded with those that are not in contact any more: another contact begins anew. What failed has failed
   * until an exchange succeeds, or the peer leaves the list.
   */
  retain(inContact: ReadonlySet<string>, listed: ReadonlySet<string>): void {
    for (const [address, exchanges] of this.#exchanges) {
      if (inContact.has(address)) continue;
      if (failed(exchanges) && listed.has(address))
        this.#exchanges.set(address, { ...NONE, failures: exchanges.failures, before: true });
      else this.#exchanges.delete(address);
      this.#secondTries.get(address)?.cancel();
    }
  }

  stop(): void {
    for (const timer of this.#secondTries.values()) timer.cancel();
  }
}

const failed = ({ failures }: Exchanges): boolean => failures >= FAILURES_UNTIL_FAILED;

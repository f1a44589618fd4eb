import { setImmediate as nextTurn } from "node:timers/promises";

/**
 * Counts what is under way – work of the machine that does not wait for emulated time, messages that have left and not
 * arrived – so that "advance by two minutes" can return when everything that followed from it is done.
 */
export class Activity {
  #underWay = 0;
  readonly #waiting: (() => void)[] = [];

  get idle(): boolean {
    return this.#underWay === 0;
  }

  /** Marks the start of something; the function given back marks its end and may be called more than once. */
  begin(): () => void {
    this.#underWay++;
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.#underWay--;
      if (this.#underWay === 0) for (const wake of this.#waiting.splice(0)) wake();
    };
  }

  /** Counts a piece of work until it ends. It must not wait for emulated time, or time would wait for itself. */
  async track<T>(work: Promise<T>): Promise<T> {
    const end = this.begin();
    try {
      return await work;
    } finally {
      end();
    }
  }

  /** Runs a handler; what it throws goes to `onError`, never to the caller, because timers and sockets have none. */
  run(handler: () => void | Promise<void>, onError: (error: unknown) => void): void {
    try {
      handler()?.catch(onError);
    } catch (error) {
      onError(error);
    }
  }

  /** Resolves when nothing is under way and one more turn of the event loop has brought nothing new. */
  async settled(): Promise<void> {
    do {
      if (!this.idle) await new Promise<void>((resolve) => this.#waiting.push(resolve));
      await nextTurn();
    } while (!this.idle);
  }
}

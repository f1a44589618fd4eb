import type { Timer } from "../../../world/clock.ts";
import { seconds, type Milliseconds } from "../../../world/duration.ts";
import type { World } from "../../../world/world.ts";

/** Whoever has not answered by then is given up. No source tells how long the product waits. */
const PATIENCE: Milliseconds = seconds(5);

export type Waits = Pick<World, "clock" | "track">;

/** A promise of what is called back; time that is advanced waits until what follows from it at once has been done. */
export function pending<T>(
  { track }: Pick<Waits, "track">,
  start: (done: (value: T) => void, failed: (reason: Error) => void) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void): void => {
      void track(Promise.resolve());
      end();
    };
    start(
      (value) => settle(() => resolve(value)),
      (reason) => settle(() => reject(reason)),
    );
  });
}

/** Waits for something five seconds of the peer's clock at the most; then it fails as told. */
export async function within<T>(world: Waits, work: Promise<T>, failure: () => Error): Promise<T> {
  let timer: Timer | undefined;
  const late = pending<never>(world, (_done, failed) => {
    timer = world.clock.after("directory answer", PATIENCE, () => failed(failure()));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    timer?.cancel();
  }
}

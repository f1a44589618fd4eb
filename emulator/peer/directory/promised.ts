import { seconds, type Milliseconds } from "../../world/duration.ts";
import type { World } from "../../world/world.ts";

/** Whoever has not answered by then is given up. No source tells how long the product waits. */
const PATIENCE: Milliseconds = seconds(5);

export type Waits = Pick<World, "clock" | "track">;

/** A promise of what is called back; time that is advanced waits until what follows from it at once has been done. */
export function promised<T>(
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

/** The same of something that has begun, within five seconds of the peer's clock; then it fails as told. */
export function within<T>(world: Waits, work: Promise<T>, failure: () => Error): Promise<T> {
  return promised(world, (done, failed) => {
    const timer = world.clock.after("directory answer", PATIENCE, () => failed(failure()));
    work.then(done, failed).finally(() => timer.cancel());
  });
}

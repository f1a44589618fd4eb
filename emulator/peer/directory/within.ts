import type { Clock } from "../../world/clock.ts";
import { seconds, type Milliseconds } from "../../world/duration.ts";

/** Whoever has not answered by then is given up. No source tells how long the product waits. */
const PATIENCE: Milliseconds = seconds(5);

/** Waits for something five seconds of the peer's clock at the most; then it fails as told. */
export function within<T>(clock: Clock, work: Promise<T>, failure: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = clock.after("directory answer", PATIENCE, () => reject(failure()));
    work.then(resolve, reject).finally(() => timer.cancel());
  });
}

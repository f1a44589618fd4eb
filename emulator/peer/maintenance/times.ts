import { minutes, seconds, type Milliseconds } from "../../world/duration.ts";

/** How long what an operator does to a peer takes. */
export interface MaintenanceTimes {
  readonly restart: Milliseconds;
  readonly reboot: Milliseconds;
  readonly factoryReset: Milliseconds;
  readonly upgrade: Milliseconds;
}

/**
 * Administrator Guide, "Restart options": about 3 and about 5 minutes. Guide, "Removing an out-of-service Expressway": a
 * factory reset takes "some 20 or more minutes". How long an image takes to install is the twin's own reading.
 */
export const PRODUCT_TIMES: MaintenanceTimes = {
  restart: minutes(3),
  reboot: minutes(5),
  factoryReset: minutes(20),
  upgrade: minutes(10),
};

/** For those who cannot wait: a lab started with `--quick`. */
export const QUICK_TIMES: MaintenanceTimes = {
  restart: seconds(2),
  reboot: seconds(2),
  factoryReset: seconds(10),
  upgrade: seconds(5),
};

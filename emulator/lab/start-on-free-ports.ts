import { EmulatorError } from "../errors.ts";
import { startLab, type Lab, type LabOptions } from "./lab.ts";

/** Where the ports go when the user may not bind those below 1024: 443 becomes 20443. */
const UNPRIVILEGED_OFFSET = 20_000;

/** Starts a lab on the real port numbers if the user may bind them, else on higher ones. */
export async function startLabOnFreePorts(options: LabOptions): Promise<Lab> {
  try {
    return await startLab(options);
  } catch (error) {
    const refused = error instanceof EmulatorError && error.code === "PORT_NOT_PERMITTED";
    if (!refused || options.portOffset !== undefined) throw error;
    return startLab({ ...options, portOffset: UNPRIVILEGED_OFFSET });
  }
}

import { execFile } from "node:child_process";
import { readPing } from "../../protocol/ping/ping-output.ts";
import { seconds } from "./duration.ts";
import type { EchoOutcome, EchoRequest } from "./echo.ts";

/** The program ends by itself; this is for one that does not. */
const GRACE = seconds(2);

/**
 * Sends an echo request with this machine's own `ping` (iputils): it may, where this process may not. It is started without a
 * shell, and its arguments are numbers and addresses.
 */
export function pingWithProgram({ from, to, timeToLive, wait }: EchoRequest): Promise<EchoOutcome> {
  const args = ["-n", "-c", "1", "-W", String(wait / 1000), "-t", String(timeToLive), "-I", from, to];
  const options = { timeout: wait + GRACE, env: { ...process.env, LC_ALL: "C" } };
  return new Promise((resolve) => {
    execFile("ping", args, options, (error, output, errors) => {
      resolve(error?.code === "ENOENT" ? { kind: "no ping program" } : readPing(output, errors));
    });
  });
}

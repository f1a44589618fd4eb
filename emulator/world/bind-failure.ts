import { EmulatorError } from "../errors.ts";
import type { Endpoint } from "./endpoint.ts";
import { formatEndpoint } from "./network.ts";

/** Turns what the system says of a failed bind into what the user can do about it. */
export function bindFailure(error: Error & { code?: string }, endpoint: Endpoint): Error {
  const where = formatEndpoint(endpoint);
  switch (error.code) {
    case "EADDRINUSE":
      return new EmulatorError("ADDRESS_IN_USE", `${where} is in use by another program`, { cause: error });
    case "EADDRNOTAVAIL":
      return new EmulatorError("ADDRESS_NOT_LOCAL", `${endpoint.address} is not an address of this system`, {
        cause: error,
        remedy: `On macOS: sudo ifconfig lo0 alias ${endpoint.address}. Elsewhere give the peer an address of this system.`,
      });
    case "EACCES":
      return new EmulatorError("PORT_NOT_PERMITTED", `this user may not bind ${where}`, { cause: error });
    default:
      return error;
  }
}

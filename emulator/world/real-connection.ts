import type { Socket } from "node:net";
import type { Activity } from "./activity.ts";
import type { Endpoint } from "./endpoint.ts";
import type { FlightRecord } from "./flight-record.ts";
import { type Connection, formatEndpoint } from "./network.ts";

interface Options {
  readonly socket: Socket;
  readonly remote: Endpoint;
  readonly role: "client" | "server";
  /** Present when both ends are in this lab, so that what is on the way is known. */
  readonly flights: FlightRecord | undefined;
  readonly activity: Activity;
  readonly onError: (where: string, error: unknown) => void;
}

/** A TCP socket as a `Connection`. */
export function realConnection({ socket, remote, role, flights, activity, onError }: Options): Connection {
  // Both ends name a route by the client's endpoint, which the machine chooses when it connects.
  const client = (): string =>
    role === "client" ? `${socket.localAddress}:${socket.localPort}` : `${socket.remoteAddress}:${socket.remotePort}`;
  const outward = (): string => `tcp ${client()} from ${role}`;
  const inward = (): string => `tcp ${client()} from ${role === "client" ? "server" : "client"}`;
  const where = `connection with ${formatEndpoint(remote)}`;
  let bytesBeforeOpen = 0;
  if (role === "client") {
    const end = activity.begin();
    socket.once("connect", () => {
      flights?.launch(`accept ${client()}`, 1);
      if (bytesBeforeOpen > 0) flights?.launch(outward(), bytesBeforeOpen);
      end();
    });
    socket.once("close", end);
  } else flights?.land(`accept ${client()}`, 1);
  socket.on("error", () => socket.destroy());
  return {
    remote,
    send: (data) => {
      if (socket.destroyed) return;
      if (socket.connecting) bytesBeforeOpen += data.byteLength;
      else flights?.launch(outward(), data.byteLength);
      socket.write(data);
    },
    onOpen: (handler) => {
      socket.once("connect", () => activity.run(handler, (error) => onError(where, error)));
    },
    onData: (handler) => {
      socket.on("data", (data) => {
        flights?.land(inward(), data.byteLength);
        activity.run(
          () => handler(data),
          (error) => onError(where, error),
        );
      });
    },
    onClose: (handler) => {
      socket.once("close", () => {
        flights?.forget(outward());
        flights?.forget(inward());
        handler();
      });
    },
    close: () => socket.destroySoon(),
  };
}

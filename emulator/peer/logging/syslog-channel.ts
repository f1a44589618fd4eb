import { frame, type Framing } from "../../../protocol/syslog/framing.ts";
import type { Endpoint } from "../../world/network.ts";
import type { World } from "../../world/world.ts";
import type { SyslogFormat } from "./syslog-target.ts";

/** A way to a syslog server that is open. */
export interface SyslogChannel {
  send(message: Uint8Array): void;
  close(): void;
}

/** What becomes of an attempt to open one: `opened` once at most, `ended` once when there is nothing to send on any more. */
export interface ChannelEvents {
  opened(channel: SyslogChannel): void;
  ended(reason: string): void;
}

export interface ChannelOptions {
  readonly world: World;
  /** The messages leave from here. */
  readonly ownAddress: string;
  readonly server: Endpoint;
  readonly format: SyslogFormat;
}

/** RFC 6587: messages are counted, those of the legacy format end with a line feed. No source tells what the product does. */
const framings: Readonly<Record<SyslogFormat, Framing>> = { bsd: "newline", ietf: "octetCounting" };

export function openUdp({ world, ownAddress, server }: ChannelOptions, events: ChannelEvents): void {
  const bound = world.network.bind({ address: ownAddress, port: 0 }, () => {});
  const open = async (): Promise<void> => {
    try {
      const socket = await bound;
      events.opened({ send: (message) => socket.send(message, server), close: () => socket.close() });
    } catch (error) {
      events.ended(error instanceof Error ? error.message : String(error));
    }
  };
  void world.track(open());
}

export function openTcp({ world, ownAddress, server, format }: ChannelOptions, events: ChannelEvents): void {
  const connection = world.network.connect(ownAddress, server);
  connection.onOpen(() =>
    events.opened({
      send: (message) => connection.send(frame(message, framings[format])),
      close: () => connection.close(),
    }),
  );
  connection.onClose(() => events.ended("the connection was refused or ended"));
}

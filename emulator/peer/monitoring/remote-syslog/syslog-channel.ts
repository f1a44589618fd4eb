import { frame, type Framing } from "../../../../protocol/syslog/framing.ts";
import type { EventName } from "../../../model/logs/events.ts";
import type { Endpoint } from "../../../world/endpoint.ts";
import { secure, type SecureOptions } from "../../../world/secure-connection.ts";
import type { World } from "../../../world/world.ts";
import type { SyslogFormat, SyslogTransport } from "./syslog-target.ts";

/** A way to a syslog server that is open. */
export interface SyslogChannel {
  send(message: Uint8Array): void;
  close(): void;
}

/** What becomes of an attempt to open one: `opened` once at most, `ended` once when there is nothing to send on any more. */
export interface ChannelEvents {
  opened(channel: SyslogChannel): void;
  ended(reason: string, event: EventName): void;
}

export interface ChannelOptions {
  readonly world: World;
  /** The messages leave from here. */
  readonly ownAddress: string;
  readonly server: Endpoint;
  readonly format: SyslogFormat;
  /** How the certificate of the server is judged. */
  readonly security: () => SecureOptions;
}

/** What is logged of a server that is not there. */
export const AWAY: EventName = "External Server Communications Failure";
const REFUSED = "the connection was refused or ended";

/** RFC 6587: messages are counted, those of the legacy format end with a line feed. No source tells what the product does. */
const framings: Readonly<Record<SyslogFormat, Framing>> = { bsd: "newline", ietf: "octetCounting" };

function openUdp({ world, ownAddress, server }: ChannelOptions, events: ChannelEvents): void {
  const bound = world.network.bind({ address: ownAddress, port: 0 }, () => {});
  const open = async (): Promise<void> => {
    try {
      const socket = await bound;
      events.opened({ send: (message) => socket.send(message, server), close: () => socket.close() });
    } catch (error) {
      events.ended(error instanceof Error ? error.message : String(error), AWAY);
    }
  };
  void world.track(open());
}

function openTcp({ world, ownAddress, server, format }: ChannelOptions, events: ChannelEvents): void {
  const connection = world.network.connect(ownAddress, server);
  connection.onOpen(() =>
    events.opened({
      send: (message) => connection.send(frame(message, framings[format])),
      close: () => connection.close(),
    }),
  );
  connection.onClose(() => events.ended(REFUSED, AWAY));
}

/** Administrator Guide, "Configuring logging levels": the server's certificate has to be issued by a CA that the peer trusts. */
function openTls(options: ChannelOptions, events: ChannelEvents): void {
  const { world, ownAddress, server, format, security } = options;
  const connection = world.network.connect(ownAddress, server);
  let reached = false;
  connection.onOpen(() => {
    reached = true;
  });
  const open = async (): Promise<void> => {
    try {
      const secured = await secure(connection, security());
      events.opened({
        send: (message) => secured.send(frame(message, framings[format])),
        close: () => secured.close(),
      });
      secured.onClose(() => events.ended(REFUSED, AWAY));
    } catch (error) {
      if (reached && error instanceof Error) events.ended(error.message, "Outbound TLS Negotiation Error");
      else events.ended(REFUSED, AWAY);
    }
  };
  // Emulated time does not wait for the handshake: it takes turns of the machine's event loop.
  void open();
}

/** How each transport is opened. */
export const openChannel: Readonly<Record<SyslogTransport, (options: ChannelOptions, events: ChannelEvents) => void>> =
  { udp: openUdp, tcp: openTcp, tls: openTls };

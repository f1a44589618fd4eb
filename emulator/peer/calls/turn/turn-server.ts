import type { World } from "../../../world/world.ts";
import type { ClusterPeer } from "../../cluster/cluster-peer.ts";
import type { Unimplemented } from "../../configuration/commands/unimplemented.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { EmitEvent } from "../../core/emit-event.ts";
import type { Facts } from "../../core/facts.ts";
import { type Identity, isEdge } from "../../core/identity.ts";
import type { Part } from "../../core/part.ts";
import type { StatusProviders, StatusValues } from "../../core/status-values.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";
import type { LocalDatabase } from "../authentication/local-database.ts";
import type { Bandwidth } from "../bandwidth/bandwidth.ts";
import type { Count } from "../call/counter.ts";
import { type Licensing, TOKENS_PER_LICENCE } from "../licensing/licensing.ts";
import type { Allocation } from "./allocation.ts";
import { Allocations } from "./allocations.ts";
import { Authentication } from "./authentication.ts";
import { Nonces } from "./nonces.ts";
import { relayRefusal } from "./relay-limits.ts";
import { TurnMessages } from "./turn-messages.ts";
import { turnPorts } from "./turn-ports.ts";
import { TurnSockets } from "./turn-sockets.ts";

export interface TurnServerOptions {
  readonly identity: Identity;
  readonly world: World;
  readonly configuration: Configuration;
  readonly facts: Facts;
  readonly log: EventLog;
  readonly licensing: Licensing;
  readonly bandwidth: Bandwidth;
  readonly database: LocalDatabase;
  readonly unimplemented: Unimplemented;
  /** The other peers of the list. */
  readonly others: () => readonly ClusterPeer[];
  readonly ownAddress: string;
  readonly emit: EmitEvent;
}

/** The settings that say whether and where TURN requests are served. */
const LISTENING = /^Traversal Server TURN (Mode|Port|PortRangeStart|PortRangeEnd)$/;

/**
 * TURN services (RFC 5389, RFC 5766), on while they are configured On and the product is one of a network's edge. Over UDP
 * only, as the product has it up to this release (Administrator Guide, "About TURN").
 */
export class TurnServer implements Part {
  readonly name = "TURN server";
  readonly status: StatusProviders = { TURN: () => ({ Server: this.#status() }) };
  readonly #sockets: TurnSockets;
  readonly #allocations: Allocations;
  #started = false;

  constructor(private readonly options: TurnServerOptions) {
    const { world, configuration, facts, log, bandwidth, database, unimplemented, ownAddress, emit } = options;
    const nonces = new Nonces(world.clock, world.random);
    this.#sockets = new TurnSockets({
      world,
      address: ownAddress,
      onDatagram: (data, client) => messages.receive(data, client),
      // A peer that is starting judges its facts when all of it has started.
      onState: () => {
        if (this.#started) facts.changed();
      },
    });
    this.#allocations = new Allocations({
      world,
      log,
      address: ownAddress,
      mediaPorts: () => [
        configuration.integer("Traversal Server TURN Media Port Start"),
        configuration.integer("Traversal Server TURN Media Port End"),
      ],
      onData: (allocation, data, from) => messages.toClient(allocation, data, from),
      onCount: (count) => {
        bandwidth.takeForRelays(count * TOKENS_PER_LICENCE);
        facts.changed("usage");
      },
    });
    const messages = new TurnMessages({
      world,
      log,
      emit,
      ownAddress,
      allocations: this.#allocations,
      authentication: new Authentication({ configuration, database, nonces, unimplemented }),
      refusal: (client) => relayRefusal(client, { ...options, allocations: this.#allocations }),
      send: (data, client) => this.#sockets.send(data, client),
    });
  }

  async start(): Promise<void> {
    const { configuration, identity, world } = this.options;
    if (!isEdge(identity.product)) return;
    configuration.onChange((changes) => {
      if (!changes.some(({ path }) => LISTENING.test(path))) return;
      this.#allocations.clear();
      this.#open().catch((error: unknown) => world.log.error("TURN services cannot be offered", error));
    });
    await this.#open();
    this.#started = true;
  }

  stop(): void {
    this.#sockets.stop();
    this.#allocations.clear();
  }

  /** The relays of this peer, oldest first, by the address of their client. */
  clients(): ReadonlyMap<string, readonly Allocation[]> {
    const clients = new Map<string, Allocation[]>();
    for (const relay of this.#allocations.all()) {
      const { address } = relay.facts.client;
      const present = clients.get(address);
      if (present) present.push(relay);
      else clients.set(address, [relay]);
    }
    return clients;
  }

  /** Relays now, at most at once, and in all since the restart. */
  get count(): Count {
    return this.#allocations.counter.values;
  }

  #open(): Promise<void> {
    const { configuration, identity } = this.options;
    const on = configuration.isOn("Traversal Server TURN Mode");
    return this.#sockets.open(on ? turnPorts(configuration, identity.platform).ports : []);
  }

  #status(): StatusValues {
    const { state } = this.#sockets;
    if (state !== "Active") return { Status: state };
    return { Status: state, Interface: this.options.ownAddress, Relays: { Count: this.count.Current } };
  }
}

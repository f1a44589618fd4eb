import { createHash } from "node:crypto";
import type { Store } from "../../../store/store.ts";
import type { Clock } from "../../../world/clock.ts";
import type { Milliseconds } from "../../../world/duration.ts";
import type { Random } from "../../../world/random.ts";
import { checkReleaseKey } from "../../calls/licensing/release-key.ts";
import type { Actor } from "../../core/actor.ts";
import type { Facts } from "../../core/facts.ts";
import { sha256 } from "../../core/files.ts";
import type { Identity } from "../../core/identity.ts";
import type { Part } from "../../core/part.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";
import { compareVersions, readImage } from "./image.ts";

type Refused = { readonly ok: false; readonly reason: string };

/** An image that has been checked and waits for somebody's word. */
export interface OfferedUpgrade {
  readonly ok: true;
  /** Names the offer: there is one at a time. */
  readonly id: string;
  readonly fileName: string;
  readonly version: string;
  readonly sha256: string;
  readonly md5: string;
  /** Absent when the key that is there stays. */
  readonly releaseKey?: string;
}

export type UpgradeState =
  | { readonly kind: "none" }
  | { readonly kind: "in progress"; readonly version: string }
  /** Installed; the next reboot starts it. */
  | { readonly kind: "complete"; readonly version: string };

export interface UpgradeOptions {
  readonly identity: Identity;
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly facts: Facts;
  readonly log: EventLog;
  readonly takes: Milliseconds;
  /** The version that the lab has the peer install without an end, if it does. */
  readonly stalledVersion: () => string | undefined;
}

/** Maintenance > Upgrade: another version of the software is installed beside the one that runs. A restart meanwhile ends it. */
export class Upgrade implements Part {
  readonly name = "upgrade";
  #offered: OfferedUpgrade | undefined;
  #installing: string | undefined;

  constructor(private readonly options: UpgradeOptions) {}

  get state(): UpgradeState {
    const version = this.#installing ?? this.options.stalledVersion();
    if (version !== undefined) return { kind: "in progress", version };
    const { staged } = this.options.store.state.get("software") ?? {};
    return staged === undefined ? { kind: "none" } : { kind: "complete", version: staged };
  }

  get inProgress(): boolean {
    return this.#installing !== undefined || this.options.stalledVersion() !== undefined;
  }

  stop(): void {
    this.#installing = undefined;
  }

  /**
   * Checks an image. Nothing changes before `accept`.
   * @param releaseKey what another major version needs; blank leaves the one that is there
   */
  async offer(fileName: string, file: Uint8Array, actor: Actor, releaseKey = ""): Promise<OfferedUpgrade | Refused> {
    this.#offered = undefined;
    const refuse = (reason: string): Refused => this.#refuse(reason, actor);
    if (this.inProgress) return refuse(IN_PROGRESS);
    if (file.byteLength === 0) return refuse("choose the software image to install");
    const key = releaseKey.trim() === "" ? undefined : checkReleaseKey(releaseKey);
    if (key?.ok === false) return refuse(`release key: ${key.reason}`);
    const image = await readImage(file);
    if (!image.ok) return refuse(image.reason);
    const { softwareVersion } = this.options.identity;
    const order = compareVersions(image.version, softwareVersion);
    if (order === 0) return refuse(`this system runs ${softwareVersion} already`);
    // Administrator Guide: downgrades are not supported.
    if (order < 0) return refuse(`${image.version} is older than ${softwareVersion}, which this system runs`);
    const id = this.options.random.uuid();
    this.#offered = {
      ok: true,
      id,
      fileName,
      version: image.version,
      ...hashesOf(file),
      ...(key && { releaseKey: key.value }),
    };
    return this.#offered;
  }

  /** Somebody has given their word: the image is installed. */
  accept(id: string, actor: Actor): { readonly ok: true } | Refused {
    const offered = this.#offered;
    this.#offered = undefined;
    if (offered?.id !== id) return this.#refuse("the software image is no longer there: upload it again", actor);
    if (this.inProgress) return this.#refuse(IN_PROGRESS, actor);
    const { clock, facts, takes } = this.options;
    this.#installing = offered.version;
    this.#log(`Installation of ${offered.version} started`, actor);
    clock.after("software upgrade", takes, () => this.#installed(offered, actor));
    facts.changed();
    return { ok: true };
  }

  #installed({ version, releaseKey }: OfferedUpgrade, actor: Actor): void {
    if (this.#installing !== version) return;
    this.#installing = undefined;
    const { state } = this.options.store;
    const { version: running } = state.get("software") ?? {};
    state.put("software", {
      ...(running !== undefined && { version: running }),
      staged: version,
      ...(releaseKey !== undefined && { stagedKey: releaseKey }),
    });
    this.#log(`Installation of ${version} succeeded`, actor);
    this.options.facts.changed();
  }

  #refuse(reason: string, actor: Actor): Refused {
    this.#log(`Installation refused: ${reason}`, actor);
    return { ok: false, reason };
  }

  #log(detail: string, { user, via, source }: Actor): void {
    this.options.log.event(via ?? "web", "Upgrade", {
      User: user,
      "Src-ip": source?.address,
      "Src-port": source?.port,
      Detail: detail,
    });
  }
}

const IN_PROGRESS = "a software upgrade is in progress";

/** A reboot: what was installed beside the running software takes its place. */
export function startStagedSoftware(store: Store): void {
  const { staged, stagedKey } = store.state.get("software") ?? {};
  if (staged === undefined) return;
  store.transaction(() => {
    store.state.put("software", { version: staged });
    if (stagedKey !== undefined) store.state.put("release key", stagedKey);
  });
}

/** The hash values that are published with an image. */
function hashesOf(file: Uint8Array): Pick<OfferedUpgrade, "sha256" | "md5"> {
  return { sha256: sha256(file), md5: createHash("md5").update(file).digest("hex") };
}

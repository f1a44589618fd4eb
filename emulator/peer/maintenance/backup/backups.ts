import { SALT_BYTES } from "../../../../protocol/archive/openssl-encryption.ts";
import type { EventName } from "../../../model/logs/events.ts";
import type { Store } from "../../../store/store.ts";
import type { Clock } from "../../../world/clock.ts";
import type { Random } from "../../../world/random.ts";
import type { Configuration } from "../../configuration/configuration.ts";
import type { Actor } from "../../core/actor.ts";
import type { NamedFile } from "../../core/files.ts";
import { type Identity, productNames } from "../../core/identity.ts";
import type { EventLog } from "../../reporting/logging/event-log.ts";
import type { GoingDown } from "../going-down.ts";
import { applyBackup } from "./apply-backup.ts";
import { type Backup, backupFileName, type BackupItems, isClusterSetting } from "./backup.ts";
import { readBackup } from "./read-backup.ts";
import { writeBackup } from "./write-backup.ts";

export type Refused = { readonly ok: false; readonly reason: string };

/** A backup that has been checked and waits for somebody's word. */
export interface OfferedRestore {
  readonly ok: true;
  /** Names the offer: there is one at a time. */
  readonly id: string;
  readonly backup: Backup;
  /** What is unusual about it, as sentences. */
  readonly warnings: readonly string[];
}

export interface BackupsOptions {
  readonly identity: Identity;
  readonly store: Store;
  readonly configuration: Configuration;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: EventLog;
  /** Peers are configured, or the system is in a cluster until it restarts. */
  readonly inCluster: () => boolean;
}

/** Maintenance > Backup and restore (Administrator Guide, "Backing up and restoring system data"). */
export class Backups {
  #offered: OfferedRestore | undefined;

  constructor(private readonly options: BackupsOptions) {}

  /** @param password blank for a file that is not encrypted */
  async create(password: string, again: string, actor: Actor): Promise<({ readonly ok: true } & NamedFile) | Refused> {
    const { identity, clock, random } = this.options;
    if (password !== again) return this.#refuse("System Backup Error", "the encryption passwords do not match", actor);
    this.#log("Beginning System Backup", actor);
    const moment = clock.now();
    const encrypted = password !== "";
    const bytes = await writeBackup(
      this.#backup(moment),
      encrypted ? { password, salt: random.bytes(SALT_BYTES) } : undefined,
    );
    const name = backupFileName(identity, moment, encrypted);
    this.#log("Completed System Backup", actor, name);
    return { ok: true, name, bytes };
  }

  /** Checks a file. Nothing changes before `accept`. */
  async offer(file: Uint8Array, password: string, actor: Actor): Promise<OfferedRestore | Refused> {
    this.#offered = undefined;
    const refuse = (reason: string): Refused => this.#refuse("System Restore Error", reason, actor);
    const { identity, random } = this.options;
    if (this.options.inCluster()) return refuse(IN_CLUSTER);
    if (file.byteLength === 0) return refuse("choose the backup file to restore");
    const verdict = await readBackup(file, password);
    if (!verdict.ok) return refuse(verdict.reason);
    const { origin } = verdict.backup;
    if (origin.softwareVersion !== identity.softwareVersion) {
      return refuse(
        `the backup was made with software version ${origin.softwareVersion}; this system runs ${identity.softwareVersion}`,
      );
    }
    this.#offered = {
      ok: true,
      id: random.uuid(),
      backup: verdict.backup,
      warnings: warningsOf(verdict.backup, identity),
    };
    return this.#offered;
  }

  /** Somebody has given their word: what the peer is to go down for. */
  accept(id: string, actor: Actor): ({ readonly ok: true } & GoingDown) | Refused {
    const offered = this.#offered;
    this.#offered = undefined;
    if (offered?.id !== id) {
      return this.#refuse("System Restore Error", "the backup file is no longer there: upload it again", actor);
    }
    if (this.options.inCluster()) return this.#refuse("System Restore Error", IN_CLUSTER, actor);
    this.#log("Beginning System Restore", actor);
    return { ok: true, kind: "restart", rebuild: applyBackup(offered.backup) };
  }

  #backup(moment: number): Backup {
    const { identity, store, configuration } = this.options;
    const { softwareVersion, serialNumber, product } = identity;
    const items = [...configuration.allStored()]
      .flatMap(({ path, value }): [string, string][] => (value === null ? [] : [[path, value]]))
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
    const where = (belongs: (path: string) => boolean): BackupItems =>
      Object.fromEntries(items.filter(([path]) => belongs(path)));
    return {
      origin: { softwareVersion, serialNumber, product, created: new Date(moment).toISOString() },
      contents: {
        configuration: where((path) => !isClusterSetting(path)),
        cluster: where(isClusterSetting),
        accounts: store.accounts.all(),
        certificate: store.state.get("server certificate"),
      },
    };
  }

  #refuse(event: EventName, reason: string, actor: Actor): Refused {
    this.#log(event, actor, reason);
    return { ok: false, reason };
  }

  #log(event: EventName, actor: Actor, detail?: string): void {
    const { address, port } = actor.source ?? {};
    this.options.log.event(actor.via ?? "web", event, {
      User: actor.user,
      "Src-ip": address,
      "Src-port": port,
      Detail: detail,
    });
  }
}

const IN_CLUSTER =
  "this system is part of a cluster: remove it from the cluster, restore, and add it to the cluster again";

function warningsOf({ origin }: Backup, identity: Identity): string[] {
  const warnings: string[] = [];
  if (origin.serialNumber !== identity.serialNumber) {
    warnings.push(
      `The backup was made on a system with serial number ${origin.serialNumber}; this system has ${identity.serialNumber}. Option keys and IP addresses of this system are kept.`,
    );
  }
  if (origin.product !== identity.product)
    warnings.push(
      `The backup was made on a ${productNames[origin.product]}; this system is a ${productNames[identity.product]}.`,
    );
  return warnings;
}

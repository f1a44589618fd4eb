import type { FactoryResetAnswers } from "../../emulator/peer/maintenance/reset/factory-reset.ts";
import { factoryReset } from "../../emulator/peer/maintenance/reset/factory-reset.ts";
import { imageFileName, makeImage } from "../../emulator/peer/maintenance/upgrade/image.ts";
import { OPERATOR, type SimulatedCluster } from "./simulated-cluster.ts";

/** What an operator does to a whole peer rather than to its settings. */
export type Upkeep = "back up" | "restore" | "factory reset" | "install an image" | "reboot";

/** The version after the one that peers start with. */
export const NEWER = "X8.1.1";

const image = makeImage(NEWER);

/** The backup files of an operator, the latest last. They may be of any peer, and of a version that runs no longer. */
export type Shelf = Uint8Array[];

/** Does it over the same parts that the pages and the root shell use; a factory reset keeps what can be kept or nothing. @returns false when it was refused or nobody was there */
export async function doUpkeep(
  cluster: SimulatedCluster,
  index: number,
  upkeep: Upkeep,
  shelf: Shelf,
  keeps: boolean,
): Promise<boolean> {
  const device = cluster.peers[index - 1]?.device;
  if (!device) return false;
  const { backups, maintenance, upgrade } = device;
  switch (upkeep) {
    case "back up": {
      const made = await backups.create("", "", OPERATOR);
      if (made.ok) shelf.push(made.bytes);
      return made.ok;
    }
    case "restore": {
      const file = shelf.at(-1);
      if (!file) return false;
      const offered = await backups.offer(file, "", OPERATOR);
      const accepted = offered.ok ? backups.accept(offered.id, OPERATOR) : offered;
      if (accepted.ok) maintenance.request(accepted.kind, OPERATOR, accepted.rebuild);
      return accepted.ok;
    }
    case "factory reset": {
      const answers: FactoryResetAnswers = {
        keepOptionKeys: keeps,
        // Whose address is lost is found by nobody.
        keepIpConfiguration: true,
        keepSshKeys: keeps,
        keepPasswords: keeps,
        saveLogFiles: keeps,
        replaceHardDisk: !keeps,
      };
      maintenance.request("factoryReset", OPERATOR, factoryReset(answers));
      return true;
    }
    case "install an image": {
      const offered = await upgrade.offer(imageFileName(NEWER), await image, OPERATOR);
      return offered.ok && upgrade.accept(offered.id, OPERATOR).ok;
    }
    case "reboot":
      maintenance.request("reboot", OPERATOR);
      return true;
  }
}

import type { AccountRow } from "../../../store/account-rows.ts";
import { findItem } from "../../configuration/item-paths.ts";
import { checkValue } from "../../configuration/value-space.ts";
import { isRecord, jsonOf } from "../../core/files.ts";
import { type BackupContents, type BackupItems, isClusterSetting, members } from "./backup.ts";

type ContentsVerdict =
  { readonly ok: true; readonly contents: BackupContents } | { readonly ok: false; readonly reason: string };

/** Reads the members of a backup that are as they were written, whoever wrote them: each item has to be one, with a value that it may have. */
export function readContents(bytesOf: (name: string) => Uint8Array | undefined): ContentsVerdict {
  const configuration = jsonOf(bytesOf(members.configuration));
  const cluster = jsonOf(bytesOf(members.cluster));
  const accounts = jsonOf(bytesOf(members.accounts));
  const wrong =
    wrongItems(members.configuration, configuration, (path) => !isClusterSetting(path)) ??
    wrongItems(members.cluster, cluster, isClusterSetting) ??
    wrongAccounts(accounts);
  if (wrong !== undefined) return { ok: false, reason: wrong };
  const [certificate, key] = [bytesOf(members.certificate), bytesOf(members.key)].map(
    (bytes) => bytes && Buffer.from(bytes).toString("utf8"),
  );
  if ((certificate === undefined) !== (key === undefined))
    return { ok: false, reason: "the server certificate and its key do not belong together" };
  return {
    ok: true,
    contents: {
      configuration: configuration as BackupItems,
      cluster: cluster as BackupItems,
      accounts: accounts as readonly AccountRow[],
      certificate: certificate === undefined || key === undefined ? undefined : { certificate, key },
    },
  };
}

function wrongItems(member: string, items: unknown, belongs: (path: string) => boolean): string | undefined {
  if (!isRecord(items)) return `${member} does not hold items`;
  for (const [path, value] of Object.entries(items)) {
    const item = findItem(path)?.item;
    if (!item || !belongs(path)) return `${member}: "${path}" is not an item that belongs there`;
    const verdict = typeof value === "string" ? checkValue(item.values, value) : undefined;
    if (!verdict?.ok) return `${member}: ${path}: ${verdict?.reason ?? "the value is not a text"}`;
  }
  return undefined;
}

function wrongAccounts(accounts: unknown): string | undefined {
  const right =
    Array.isArray(accounts) &&
    accounts.every(
      (account: unknown) =>
        isRecord(account) && typeof account["name"] === "string" && typeof account["passwordHash"] === "string",
    );
  return right ? undefined : `${members.accounts} does not hold accounts`;
}

import { logKinds } from "../../../model/logs/log-kinds.ts";
import type { CertificateFile } from "../../access/certificates/certificates.ts";
import type { TemporaryFiles, VirtualFile, WriteVerdict, Written } from "./virtual-file.ts";

/** More lines than the peer keeps. */
const ALL_LINES = 1_000_000;

const CERTIFICATES = "/tandberg/persistent/certs";
const RELEASE_KEY = "/tmp/release-key";
const IMAGE = "/tmp/tandberg-image.tar.gz";

/** Every file of a peer. A row is enough for the shell, `scp` and `sftp` to have it. */
export const virtualFiles: readonly VirtualFile[] = [
  {
    path: "/etc/hostname",
    permissions: 0o644,
    assumed: true,
    read: ({ configuration }) => `${configuration.get("IP DNS Hostname") || "TANDBERG"}\n`,
  },
  {
    path: "/etc/resolv.conf",
    permissions: 0o644,
    assumed: true,
    read: ({ configuration }) => {
      const domain = configuration.get("IP DNS Domain Name");
      const servers = [1, 2, 3, 4, 5].map((index) => configuration.get(`DNS Server ${index} Address`));
      const lines = [domain && `search ${domain}`, ...servers.map((address) => address && `nameserver ${address}`)];
      return lines.flatMap((line) => (line ? [`${line}\n`] : [])).join("");
    },
  },
  {
    // Administrator Guide, "Restoring default configuration".
    path: "/mnt/harddisk/factory-reset/rk",
    permissions: 0o644,
    read: ({ releaseKey }) => `${releaseKey.text}\n`,
  },
  ...logKinds.map(({ keyword, kind }): VirtualFile => ({
    path: `/mnt/harddisk/log/${keyword}`,
    permissions: 0o644,
    assumed: true,
    read: ({ log }) =>
      log
        .newest(ALL_LINES, kind)
        .toReversed()
        .map((line) => `${line}\n`)
        .join(""),
    follow: ({ log }, onLine) =>
      log.onLine(({ whole, kinds }) => {
        if (kinds.includes(kind)) onLine(whole);
      }),
  })),
  certificateFile("ca.pem", 0o644, "trusted"),
  certificateFile("privkey.pem", 0o600, "key"),
  certificateFile("server.pem", 0o644, "certificate"),
  {
    path: "/tandberg/version",
    permissions: 0o644,
    assumed: true,
    read: ({ identity }) => `${identity.softwareVersion}\n`,
  },
  {
    // Administrator Guide, "Upgrading using secure copy (SCP/PSCP)": the key first, then the image, which starts it.
    path: RELEASE_KEY,
    permissions: 0o644,
    assumed: true,
    read: (_owners, temporary) => temporary.get(RELEASE_KEY) ?? "",
    write: ({ bytes, temporary }) => {
      temporary.set(RELEASE_KEY, bytes);
      return { ok: true, detail: "used with the next software image" };
    },
  },
  {
    path: IMAGE,
    permissions: 0o644,
    read: (_owners, temporary) => temporary.get(IMAGE) ?? "",
    write: installImage,
  },
];

/** Paths as on systems in the field; the guides name none. */
function certificateFile(name: string, permissions: number, file: CertificateFile): VirtualFile {
  return {
    path: `${CERTIFICATES}/${name}`,
    permissions,
    assumed: true,
    read: ({ certificates }) => certificates.files[file],
    write: ({ bytes, owners }) => owners.certificates.write(file, Buffer.from(bytes).toString("latin1")),
  };
}

/** "The software will begin installing automatically"; the system is rebooted by hand when it has been. */
async function installImage({ bytes, actor, owners: { upgrade }, temporary }: Written): Promise<WriteVerdict> {
  const offered = await upgrade.offer("tandberg-image.tar.gz", bytes, actor, textOf(temporary, RELEASE_KEY));
  if (!offered.ok) return offered;
  const accepted = upgrade.accept(offered.id, actor);
  if (!accepted.ok) return accepted;
  temporary.set(IMAGE, bytes);
  return { ok: true, detail: `${offered.version} is being installed` };
}

const textOf = (temporary: TemporaryFiles, path: string): string =>
  Buffer.from(temporary.get(path) ?? "").toString("latin1");

import { makeImage } from "../../../../emulator/peer/maintenance/upgrade/image.ts";
import { makeReleaseKey } from "../../../../emulator/peer/calls/licensing/release-key.ts";
import { TestAuthority } from "../../peer/access/certificates/authority.ts";
import { encrypted, PICTURE } from "./bad-files.ts";
import type { SentTestFile } from "./multipart.ts";
import type { WebPeer } from "./web-peer.ts";

/** One upload of the pages: where a file goes, one that is right, and what is said of others. */
export interface UploadRow {
  readonly what: string;
  readonly page: string;
  readonly button: string;
  readonly field: string;
  readonly name: string;
  readonly good: (web: WebPeer) => Promise<Uint8Array>;
  /** What goes with the file. */
  readonly with?: Readonly<Record<string, string | SentTestFile>>;
  /** Fields of the same form that are shown again. */
  readonly typed?: readonly string[];
  /** Of no file at all, and of an empty one. */
  readonly missing: RegExp;
  /** Of a good one that was cut in the middle. */
  readonly cut: RegExp;
  /** Of anything else: it says what the file has to be. */
  readonly wrong: RegExp;
  /** Of archives only: a member that does not belong there. */
  readonly stranger?: RegExp;
}

const from = Date.UTC(2013, 11, 1);
const to = Date.UTC(2014, 11, 1);
export const root = new TestAuthority("Root", { from, to });
const server = root.issue("vcs.example.com");

const SCRIPT =
  '<?xml version="1.0"?><cpl xmlns="urn:ietf:params:xml:ns:cpl"><incoming><reject status="reject"/></incoming></cpl>';
const PASSWORD = "secret";
const text = (content: string) => (): Promise<Uint8Array> => Promise.resolve(Buffer.from(content));

const backup = async (web: WebPeer): Promise<Uint8Array> => {
  const made = await web.device.backups.create("", "", { user: "admin" });
  if (!made.ok) throw new Error(made.reason);
  return made.bytes;
};

const restore = {
  page: "backuprestore",
  button: "Upload system backup file",
  field: "restore_file",
  missing: /^unable to restore: choose the backup file/,
  stranger: /^unable to restore: the backup file is incomplete or has been changed: .*does not belong to it$/,
} as const;

const pair = {
  page: "servercertificate",
  button: "Upload server certificate data",
} as const;

/** Every upload of every page. */
export const uploadRows: readonly UploadRow[] = [
  {
    what: "a software image",
    page: "upgrade",
    button: "Upgrade",
    field: "image_file",
    name: "s42700x8_2.tar.gz",
    good: () => makeImage("X8.2"),
    with: { release_key: makeReleaseKey("0A1B2C3D", "X8.2") },
    typed: ["release_key"],
    missing: /^unable to upgrade: choose the software image/,
    cut: /^unable to upgrade: the software image is damaged/,
    wrong: /^unable to upgrade: the file is not a software image/,
    stranger: /^unable to upgrade: the file is not a software image: .* does not belong to one$/,
  },
  {
    ...restore,
    what: "a backup",
    name: "backup.tar.gz",
    good: backup,
    cut: /^unable to restore: the backup file is incomplete or has been changed/,
    wrong: /^unable to restore: the file is not a system backup file/,
  },
  {
    ...restore,
    what: "a backup under a password",
    name: "backup.tar.gz.enc",
    good: async (web) => encrypted(await backup(web), PASSWORD),
    with: { restore_password: PASSWORD },
    cut: /^unable to restore: the decryption password is wrong, or the backup file is incomplete/,
    wrong: /^unable to restore: the file is not a system backup file/,
  },
  {
    what: "trusted CA certificates",
    page: "trustedcacertificate",
    button: "Append CA certificate",
    field: "ca_file",
    name: "ca.pem",
    good: text(root.certificate),
    missing: /^trusted CA certificates: (no file is selected|the file is empty)$/,
    cut: /^trusted CA certificates: .*is cut short$/,
    wrong: /^trusted CA certificates: there is no PEM block in the file$/,
  },
  {
    ...pair,
    what: "a server certificate",
    field: "certificate_file",
    name: "server.pem",
    good: text(server.certificate),
    with: { key_file: { name: "server.key", bytes: Buffer.from(server.key) } },
    missing: /^server certificate: (no file is selected|the file is empty)$/,
    cut: /^server certificate: .*is cut short$/,
    wrong: /^server certificate: there is no PEM block in the file$/,
  },
  {
    ...pair,
    what: "a server key",
    field: "key_file",
    name: "server.key",
    good: text(server.key),
    with: { certificate_file: { name: "server.pem", bytes: Buffer.from(server.certificate) } },
    missing: /^server private key: (no file is selected, and .*|the file is empty)$/,
    cut: /^server private key: .*is cut short$/,
    wrong: /^server private key: there is no PEM block in the file$/,
  },
  {
    what: "revocation lists",
    page: "crlmanagement",
    button: "Upload CRL file",
    field: "crl_file",
    name: "ca.crl",
    good: text(root.revocationList([1])),
    missing: /^CRL file: (no file is selected|the file is empty)$/,
    cut: /^CRL file: .*is cut short$/,
    wrong: /^CRL file: there is no PEM block in the file$/,
  },
  {
    what: "a client certificate",
    page: "clientcertificatetesting",
    button: "Check certificate",
    field: "client_file",
    name: "client.pem",
    good: text(server.certificate),
    with: { regex: "/Subject:.*CN=(?<name>.*)/m", format: "#name#" },
    typed: ["regex", "format"],
    missing: /^client certificate: (no file is selected|the file is empty)$/,
    cut: /^client certificate: .*is cut short$/,
    wrong: /^client certificate: there is no PEM block in the file$/,
  },
  {
    what: "a CPL script",
    page: "adminpolicy",
    button: "Upload file",
    field: "policy_file",
    name: "policy.xml",
    good: text(SCRIPT),
    missing: /^no file was chosen, or the file is empty$/,
    cut: /^the file is not a CPL script: line 1, column /,
    wrong: /^the file is not a (CPL script: .*|text in UTF-8)$/,
  },
  {
    what: "an image of the log-in page",
    page: "loginpage",
    button: "Upload image",
    field: "image",
    name: "logo.png",
    good: () => Promise.resolve(PICTURE),
    missing: /^no file was chosen, or the file is empty$/,
    cut: /^the file is cut short: the end of a PNG is not in it$/,
    wrong: /^the file is none of these kinds of image: JPG, GIF, PNG$/,
  },
  {
    what: "a language pack",
    page: "language",
    button: "Install",
    field: "language_pack",
    name: "de_DE.tlp",
    // No pack is: it would translate nothing.
    good: text("a pack"),
    missing: /^no file was chosen, or the file is empty$/,
    cut: /^not implemented by the emulator: language packs/,
    wrong: /^not implemented by the emulator: language packs/,
  },
];

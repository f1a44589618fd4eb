import { virtualFiles } from "../../../emulator/peer/maintenance/files/file-table.ts";
import type { FidelityNote } from "./note.ts";

const assumedPaths = virtualFiles.flatMap(({ path, assumed }) => (assumed ? [`\`${path}\``] : [])).join(", ");

export const shellsNotes: readonly FidelityNote[] = [
  {
    topic: "xPreferences, echo",
    product: "Known of sister products; in no text about this one",
    twin: "xPreferences xmlcommandresult and xmlstatusfeedback print XML in one shell, the other preferences are not implemented; echo off hides what a terminal types",
    kind: "assumed",
  },
  {
    topic: "A wrong password over SSH",
    product: "Linux with PAM: the answer comes after about two seconds",
    twin: "The same, two seconds of the lab's time or of the machine's, whichever pass first; six wrong passwords end a connection",
    kind: "assumed",
  },
  {
    topic: "The root shell",
    product: "BusyBox on Linux",
    twin: "The commands of `emulator/surfaces/shell/root/`, quotes and pipes. `tail -f` follows the logs, the only files that grow, alone or through `grep`. Variables, redirections and other tools are refused as not implemented. `netstat -l` lists the sockets that the peer really has",
    kind: "differs",
  },
  {
    topic: "`free`, `df` and `ps` of root",
    product: "A virtual machine with memory and disk for its size, and the processes on it",
    twin: "Memory is 4 GB, of a large peer 6, what is used of it is what the twin's whole process takes, with all peers of the lab; the disk is 132 GB, and used are the files of the table; `ps` lists the parts of the peer that run, by our names",
    kind: "differs",
  },
  {
    topic: "Files of root",
    product: "A file system. The guides name the release key, the image and its key in `/tmp`",
    twin: `Those of \`emulator/peer/maintenance/files/file-table.ts\`, made by what the peer knows; no others can be made, changed or taken away. Guessed paths: ${assumedPaths}. Modes and times that a client sets are not taken over`,
    kind: "assumed",
  },
  {
    topic: "Server certificate, private key and CA certificates over scp",
    product: "Files; what happens with a bad one is not documented",
    twin: "A file that is not PEM is refused, with the reason in the Event Log. Certificate and key are served from the next restart on, once they belong together and TLS takes them; until then the old ones stay. CA certificates are trusted at once",
    kind: "assumed",
  },
  {
    topic: "Upgrade over scp",
    product: "`/tmp/release-key`, then `/tmp/tandberg-image.tar.gz`, which is installed at once (administrator guide)",
    twin: "The same; an image that is refused is an error of the transfer",
    kind: "faithful",
  },
  {
    topic: "SSH host keys",
    product: "RSA",
    twin: "Ed25519 and ECDSA: clients of today refuse the old signatures",
    kind: "differs",
  },
  {
    topic: "Modes on the CLI",
    product: "Fips, Securemode, Networkinterface",
    twin: "Not implemented, and say so",
    kind: "missing",
  },
];

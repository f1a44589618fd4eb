import type { SFTPWrapper } from "ssh2";

/** What the channel of an SFTP server has in ssh2 1.17 and its types do not declare. */
interface ServerSide {
  readonly outgoing: { readonly id: number; readonly state: string };
  readonly _protocol: { exitStatus(channel: number, status: number): void };
}

/**
 * Ends an SFTP session as the program of a real server does. ssh2 closes it without an exit status, which `scp` takes for a
 * failure.
 */
export function endWithStatus(sftp: SFTPWrapper, status: number): void {
  const { outgoing, _protocol: protocol } = sftp as SFTPWrapper & ServerSide;
  // Nothing may follow on a channel that was closed because of what the client sent.
  if (outgoing.state !== "open") return;
  protocol.exitStatus(outgoing.id, status);
  sftp.end();
}

import { run } from "../interop/program.ts";
import type { AnnouncedPeer } from "./lab-process.ts";

const entities: Readonly<Record<string, string>> = {
  "&apos;": "'",
  "&quot;": '"',
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
};

/** The alarms of `/Status/Warnings` as XML, by curl: title and description of each. */
export async function alarmsInXml(peer: AnnouncedPeer): Promise<readonly string[]> {
  const url = `https://${peer.address}:${peer.ports.https}/getxml?location=/Status/Warnings`;
  const { stdout, stderr, code } = await run("curl", ["-sSkf", "--user", `admin:${peer.accounts.admin}`, url]);
  if (code !== 0) throw new Error(`${url}: ${stderr}`);
  return [...stdout.matchAll(/<Reason item="1">(.*?)<\/Reason>/gs)].map(([, text = ""]) =>
    text.replaceAll(/&\w+;/g, (entity) => entities[entity] ?? entity),
  );
}

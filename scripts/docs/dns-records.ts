import { dnsRecordKinds } from "../../emulator/index.ts";
import { GENERATED, table } from "./markdown.ts";

interface Described {
  readonly description?: string;
}

/** `docs/reference/dns-records.md` */
export function dnsRecordsPage(): string {
  const sections = dnsRecordKinds.map(({ type, about, example, schema }) => {
    const required = new Set(schema.required as readonly string[] | undefined);
    const members = Object.entries<Described>(schema.properties).filter(([name]) => name !== "type" && name !== "ttl");
    const rows = members.map(([name, { description = "" }]) => [
      `\`${name}\``,
      description,
      required.has(name) ? "mandatory" : "",
    ]);
    return `## ${type}\n\n${about}.\n\n${table(["Member", "Value", ""], rows)}\n\n\`\`\`yaml\n- ${example}\n\`\`\`\n`;
  });
  return [
    `# DNS records of a topology file\n\n${GENERATED}`,
    "What a record of [`dns`](topology.md#each-of-dns) has besides `type` and `ttl`. The name of a record is told below its zone; names that a record leads to are whole names, with or without the dot at the end.\n",
    ...sections,
  ].join("\n");
}

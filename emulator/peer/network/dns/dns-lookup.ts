import type { Answer, RecordType } from "dns-packet";
import { digText } from "../../../../protocol/dns/dig-text.ts";
import { recordData } from "../../../../protocol/dns/record-data.ts";
import type { CommandArguments, CommandResult } from "../../core/command-handler.ts";
import type { StatusValues } from "../../core/status-values.ts";
import { askAll, type AskedQuestion, type NameQueries } from "./dns-questions.ts";

/**
 * `xCommand DNSLookup`: asks the DNS servers of this peer and shows every record that comes back, in the columns that the DNS lookup
 * page has in later releases.
 */
export async function dnsLookup(resolver: NameQueries, args: CommandArguments): Promise<CommandResult> {
  const result = await askAll(resolver, args);
  if (!result.ok) return result;
  const { asked } = result;
  if (asked.every(({ reply }) => reply === undefined)) return { ok: false, reason: "no DNS server answers" };
  const records = asked.flatMap(({ type, reply }) =>
    (reply?.message.answers ?? []).flatMap((answer) => recordOf(type, answer)),
  );
  if (records.length === 0) return { ok: false, reason: `no records of ${args["Hostname"]} were found` };
  return { ok: true, values: { Record: new Map(records.map((record, place) => [place + 1, record])) } };
}

/** One question as the DNS lookup page shows it (guide, Appendix 4): two command lines, and what dig prints. */
export interface DigReport {
  readonly nslookup: string;
  readonly dig: string;
  readonly output: string;
}

/**
 * All questions of a lookup for the page.
 * @param servers those that were chosen; undefined for those of System > DNS
 */
export async function digReports(
  resolver: NameQueries,
  args: CommandArguments,
  servers: readonly string[] | undefined,
): Promise<
  { readonly ok: true; readonly reports: readonly DigReport[] } | { readonly ok: false; readonly reason: string }
> {
  const result = await askAll(resolver, args, servers);
  return result.ok ? { ok: true, reports: result.asked.map((asked) => reportOf(asked, servers?.[0])) } : result;
}

function reportOf({ name, type, reply }: AskedQuestion, chosen: string | undefined): DigReport {
  const asked = chosen === undefined ? undefined : (reply?.server.address ?? chosen);
  const words = [...(asked === undefined ? [] : [`@${asked}`]), name, type].join(" ");
  const nslookup = ["nslookup", `-query=${type}`, name, ...(asked === undefined ? [] : [asked])].join(" ");
  return { nslookup, dig: `dig ${words}`, output: digText(words, reply) };
}

function recordOf(asked: RecordType, answer: Answer): readonly StatusValues[] {
  const response = recordData(answer, (name) => name);
  if (response === undefined || !("ttl" in answer)) return [];
  const { name, ttl = 0, type } = answer;
  return [{ QueryType: asked, Name: name, TTL: ttl, Class: "IN", Type: type, Response: response }];
}

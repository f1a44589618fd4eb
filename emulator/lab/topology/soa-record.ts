import type { Answer } from "dns-packet";
import type { Owner } from "./dns-record-kind.ts";

type Soa = Extract<Answer, { readonly type: "SOA" }>["data"];

/** An hour, ten minutes, a week and an hour: nobody but a second server, which a lab has none of, reads the first three. */
const TIMES = { refresh: 3600, retry: 600, expire: 604_800, minimum: 3600 } as const;

/** What begins a zone. Times that are left out are the usual ones. */
export function soaRecord({ name, ttl }: Owner, data: Soa): Answer {
  const { mname, rname, serial, refresh, retry, expire, minimum } = data;
  return {
    type: "SOA",
    name,
    ttl,
    class: "IN",
    data: {
      mname,
      rname,
      serial: serial ?? 1,
      refresh: refresh ?? TIMES.refresh,
      retry: retry ?? TIMES.retry,
      expire: expire ?? TIMES.expire,
      minimum: minimum ?? TIMES.minimum,
    },
  };
}

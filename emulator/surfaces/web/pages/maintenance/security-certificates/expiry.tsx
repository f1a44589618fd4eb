import type { Certificate } from "../../../../../../protocol/x509/certificate.ts";
import { days, type Instant } from "../../../../../world/duration.ts";
import { shownTime } from "../../../tables/peer-names.ts";
import { StateWord } from "../../../tables/state-word.tsx";
import type { Visit } from "../../../visit.ts";

/** How long before its end a certificate is told of; no source tells the product's. */
const SOON = days(30);

/** Until when a certificate is valid, with a word of how it is now. */
export function Expiry({
  visit: { device },
  certificate,
}: {
  readonly visit: Visit;
  readonly certificate: Certificate;
}) {
  return (
    <>
      {shownTime(device, certificate.notAfter)} <StateWord word={wordOf(certificate, device.clock.now())} />
    </>
  );
}

function wordOf({ notBefore, notAfter }: Certificate, now: Instant): string {
  if (now < notBefore) return "Not yet valid";
  if (now > notAfter) return "Expired";
  return now > notAfter - SOON ? "Expires soon" : "Valid";
}

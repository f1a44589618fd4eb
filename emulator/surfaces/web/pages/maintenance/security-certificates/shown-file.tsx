import { decodedText } from "../../../../../peer/access/certificates/shown-text.ts";
import type { Visit } from "../../../visit.ts";

/** A file may be this large, in bytes: bundles of all public CAs have a fifth of it. */
export const LARGEST_PEM = 1024 * 1024;

/** Peer-specific: none of these files is copied between the peers of a cluster. */
export function Dagger() {
  return (
    <span class="dagger" title="Peer-specific: not copied between the peers of a cluster">
      †
    </span>
  );
}

interface ShowLinksProps {
  readonly visit: Visit;
  /** What is to be shown, as the address names it. */
  readonly what: string;
  readonly all?: true;
}

/** Leads to the decoded text and to the file itself. They are links: whoever may see the page may see them. */
export function ShowLinks({ visit, what, all }: ShowLinksProps) {
  const path = pathOf(visit);
  const show = all ? "Show all" : "Show";
  return (
    <>
      <a class="button minor" href={`${path}?show=${what}&as=decoded`}>{`${show} (decoded)`}</a>
      <a class="button minor" href={`${path}?show=${what}&as=pem`}>{`${show} (PEM file)`}</a>
    </>
  );
}

interface ShownFileProps {
  readonly visit: Visit;
  readonly pem: string;
}

/** A file in place of the page, in the form that the address asks for. */
export function ShownFile({ visit, pem }: ShownFileProps) {
  const text = visit.query.get("as") === "pem" ? pem : decodedText(pem);
  return (
    <>
      <pre class="decoded">{text}</pre>
      <p>
        <a class="button minor" href={pathOf(visit)}>
          Back
        </a>
      </p>
    </>
  );
}

export const pathOf = ({ url }: Visit): string => url.split("?")[0] ?? "";

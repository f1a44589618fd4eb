import { SaxesParser } from "saxes";
import { XmlError, xmlLimits } from "../xapi/xml-reader.ts";

/** The namespace of the language (RFC 3880, 14.1). */
export const CPL_NAMESPACE = "urn:ietf:params:xml:ns:cpl";

// RFC 3880, 4 to 10. What other namespaces bring is theirs: the product's own extension is one.
const known = new Set(
  (
    "cpl ancillary subaction outgoing incoming sub address-switch address otherwise not-present string-switch string " +
    "language-switch language time-switch time priority-switch priority location lookup success notfound failure " +
    "remove-location proxy busy noanswer redirection default redirect reject mail log"
  ).split(" "),
);

const topLevel = new Set(["ancillary", "subaction", "outgoing", "incoming"]);

/**
 * Looks whether a text is a call processing script (RFC 3880): well-formed, `cpl` outermost and in its namespace, no element of
 * the namespace that the language lacks, none out of place at the top, a status with each rejection. What the script does is
 * not looked at. A DOCTYPE is refused whole.
 * @throws XmlError that says what is wrong, and where
 */
export function checkCpl(text: string): void {
  if (text.length > xmlLimits.size) throw new XmlError(`the script is longer than ${xmlLimits.size} characters`, 1, 1);
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  let elements = 0;
  const refuse = (reason: string): never => {
    throw new XmlError(reason, parser.line, parser.column + 1);
  };
  parser.on("error", (error) => refuse(error.message.replace(/^(?:[^:]*:)?\d+:\d+: /, "")));
  parser.on("doctype", () => refuse("a DOCTYPE is not allowed"));
  parser.on("opentag", ({ local, uri, attributes }) => {
    elements += 1;
    if (elements > xmlLimits.elements) refuse(`the script has more than ${xmlLimits.elements} elements`);
    if (depth >= xmlLimits.depth) refuse(`the script is more than ${xmlLimits.depth} levels deep`);
    const own = uri === CPL_NAMESPACE;
    if (depth === 0 && !(own && local === "cpl")) refuse(`the outermost element is not cpl in ${CPL_NAMESPACE}`);
    if (own && !known.has(local)) refuse(`CPL has no element ${local}`);
    if (depth === 1 && own && !topLevel.has(local)) refuse(`${local} does not stand directly in cpl`);
    if (depth > 0 && own && local === "cpl") refuse("cpl stands within another element");
    if (own && local === "reject" && attributes["status"] === undefined) refuse("reject has no status");
    depth += 1;
  });
  parser.on("closetag", () => {
    depth -= 1;
  });
  try {
    parser.write(text).close();
  } catch (error) {
    // The parser trips over half a surrogate pair in some places instead of reporting it.
    if (error instanceof XmlError) throw error;
    refuse(error instanceof Error ? error.message : String(error));
  }
  if (elements === 0) refuse("the script has no root element");
}

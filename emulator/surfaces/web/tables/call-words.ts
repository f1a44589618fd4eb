/** The words of the call pages (Administrator Guide, "Call status"). */
export const callType = ({ traversal }: { readonly traversal: boolean }): string =>
  traversal ? "Traversal" : "Non-traversal";

export const protocolName = (protocol: string): string => (protocol === "H323" ? "H.323" : protocol);

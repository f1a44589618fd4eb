import { formPage } from "../../../form/form-page.tsx";
import { h323TraversalWords } from "../../../form/option-words.ts";

/** Configuration > Traversal > Locally registered endpoints (Administrator Guide, "Configuring traversal for endpoints"). */
export const locallyRegisteredEndpoints = formPage({
  sections: [
    {
      title: "H.323",
      fields: [
        { item: "Zones LocalZone Traversal H323 Assent Mode" },
        { item: "Zones LocalZone Traversal H323 H46018 Mode" },
        { item: "Zones LocalZone Traversal H323 H46019 Demultiplexing Mode" },
        { item: "Zones LocalZone Traversal H323 Preference", words: h323TraversalWords },
      ],
    },
    {
      title: "UDP / TCP probes",
      fields: [
        { item: "Zones LocalZone Traversal H323 UDPProbe RetryInterval" },
        { item: "Zones LocalZone Traversal H323 UDPProbe RetryCount" },
        { item: "Zones LocalZone Traversal H323 UDPProbe KeepAliveInterval" },
        { item: "Zones LocalZone Traversal H323 TCPProbe RetryInterval" },
        { item: "Zones LocalZone Traversal H323 TCPProbe RetryCount" },
        { item: "Zones LocalZone Traversal H323 TCPProbe KeepAliveInterval" },
      ],
    },
  ],
});

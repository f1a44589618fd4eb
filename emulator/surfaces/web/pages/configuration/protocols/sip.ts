import { formPage } from "../../../form/form-page.tsx";
import { revocationFallbackWords, yesNoWords } from "../../../form/option-words.ts";

/** Configuration > Protocols > SIP (Administrator Guide, "Configuring SIP"). */
export const sip = formPage({
  sections: [
    {
      title: "Configuration",
      fields: [
        { item: "SIP Mode" },
        { item: "SIP UDP Mode" },
        { item: "SIP UDP Port" },
        { item: "SIP TCP Mode" },
        { item: "SIP TCP Port" },
        { item: "SIP TLS Mode" },
        { item: "SIP TLS Port" },
        { item: "SIP TCP Outbound Port Start" },
        { item: "SIP TCP Outbound Port End" },
        { item: "SIP Session Refresh Value" },
        { item: "SIP Session Refresh Minimum" },
      ],
    },
    {
      title: "Certificate revocation checking",
      fields: [
        { item: "SIP TLS Certificate Revocation Checking Mode" },
        { item: "SIP TLS Certificate Revocation Checking OCSP Mode", words: yesNoWords },
        { item: "SIP TLS Certificate Revocation Checking CRL Mode", words: yesNoWords },
        { item: "SIP TLS Certificate Revocation Checking CRL Network Fetch Mode", words: yesNoWords },
        {
          item: "SIP TLS Certificate Revocation Checking Source Inaccessibility Behavior",
          words: revocationFallbackWords,
        },
      ],
    },
    {
      title: "Registration controls",
      fields: [
        { item: "SIP Registration Standard Refresh Strategy" },
        { item: "SIP Registration Standard Refresh Minimum" },
        { item: "SIP Registration Standard Refresh Maximum" },
        { item: "SIP Registration Outbound Refresh Strategy" },
        { item: "SIP Registration Outbound Refresh Minimum" },
        { item: "SIP Registration Outbound Refresh Maximum" },
        {
          item: "SIP Registration Proxy Mode",
          words: { ProxyToKnownOnly: "Proxy to known only", ProxyToAny: "Proxy to any" },
        },
      ],
    },
    {
      title: "Advanced",
      fields: [{ item: "SIP Advanced SipMaxSize" }, { item: "SIP Advanced SipTcpConnectTimeout" }],
    },
  ],
});

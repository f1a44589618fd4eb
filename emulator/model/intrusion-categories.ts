/**
 * What automated protection watches (Administrator Guide, "Configuring automated intrusion protection"). Labels: guide X15.0;
 * names: X8.11.3 status.xml and a published report of banned addresses, else assumed.
 */
export interface IntrusionCategory {
  /** What status and log call it. */
  readonly name: string;
  /** Its word in the paths of configuration items. */
  readonly word: string;
  /** What the pages call it. */
  readonly label: string;
  readonly description: string;
  /**
   * The TCP ports that are closed to an address which is blocked for it. Absent where the twin has no service that could see
   * such failures: the settings are stored only.
   */
  readonly ports?: readonly number[];
  /** Which lines of the Event Log are its failures: what all of them contain. */
  readonly triggers?: string;
}

/** In the order of status.xml; the pages list them by label. */
export const intrusionCategories = [
  {
    name: "ssh-intrusion",
    word: "SSHProtocol",
    label: "SSH protocol violation",
    description: "Connections to the SSH service that do not speak its protocol.",
    ports: [22],
    triggers: 'ssh: Event="Security Alert"',
  },
  {
    name: "apache-auth",
    word: "HTTPProxyAuthorization",
    label: "HTTP proxy authorization failure",
    description: "Requests to the HTTP proxy with credentials that are not valid.",
  },
  {
    name: "ssh-auth",
    word: "SSHAuthorization",
    label: "SSH authorization failure",
    description: "Wrong passwords over SSH.",
    ports: [22],
    triggers: 'ssh: Event="Admin Session Login Failure"',
  },
  {
    name: "web-intrusion",
    word: "HTTPProxyProtocol",
    label: "HTTP proxy protocol violation",
    description: "Requests to the HTTP proxy that are malformed.",
  },
  {
    name: "web-auth",
    word: "WebLogin",
    label: "Web login failure",
    description: "Wrong passwords on the log-in page, and of programs that read XML or REST.",
    ports: [80, 443],
    triggers: 'web: Event="Admin Session Login Failure"',
  },
  {
    name: "sip-auth",
    word: "SIPAuthentication",
    label: "SIP authentication failure",
    description: "SIP requests with credentials that are not valid.",
  },
  {
    name: "sip-intrusion",
    word: "SIPProtocol",
    label: "SIP protocol violation",
    description: "SIP messages that are malformed.",
  },
  {
    name: "sip-registration",
    word: "SIPRegistration",
    label: "SIP registration failure",
    description: "SIP registrations that are refused.",
  },
  {
    name: "xmpp-intrusion",
    word: "XMPPProtocol",
    label: "XMPP protocol violation",
    description: "XMPP streams that are malformed.",
  },
] as const satisfies readonly IntrusionCategory[];

type Category = (typeof intrusionCategories)[number];

/** The words of all categories in paths. */
export type IntrusionCategoryWord = Category["word"];

/** The categories of which the twin sees failures. */
export type SeenCategoryName = Extract<Category, { readonly ports: unknown }>["name"];

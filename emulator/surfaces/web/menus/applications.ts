import {
  b2buaTurnServers,
  transcoderPolicyRules,
  transcoders,
  trustedHosts,
} from "../pages/applications/b2bua/lists.ts";
import { microsoftLync } from "../pages/applications/b2bua/microsoft-lync.tsx";
import { b2buaServiceRestart } from "../pages/applications/b2bua/service-restart.tsx";
import { conferenceFactory } from "../pages/applications/conference-factory.ts";
import { findMe } from "../pages/applications/find-me.ts";
import { presence } from "../pages/applications/presence.ts";
import { rowEntries, type PageEntry } from "../page-directory.ts";

const LYNC: PageEntry["menu"] = ["Applications", "B2BUA", "Microsoft Lync"];

/** The pages of Applications, in the order of the menu (Administrator Guide X8.1, contents). */
export const applicationsMenu: readonly PageEntry[] = [
  { menu: [...LYNC, "Configuration"], page: microsoftLync, at: "lyncb2bua" },
  ...rowEntries([...LYNC, "B2BUA trusted hosts"], "B2BUA trusted host", trustedHosts),
  ...rowEntries([...LYNC, "Transcoder policy rules"], "transcoder policy rule", transcoderPolicyRules),
  ...rowEntries([...LYNC, "Transcoders"], "transcoder", transcoders),
  { menu: [...LYNC, "B2BUA service restart"], page: b2buaServiceRestart, alsoAt: ["b2buarestart"] },
  ...rowEntries(["Applications", "B2BUA", "B2BUA TURN servers"], "B2BUA TURN server", b2buaTurnServers),
  { menu: ["Applications", "Conference Factory"], page: conferenceFactory, registrarOnly: true },
  { menu: ["Applications", "Presence"], page: presence, registrarOnly: true },
  { menu: ["Applications", "FindMe"], page: findMe, registrarOnly: true, related: ["findmeaccounts"] },
];

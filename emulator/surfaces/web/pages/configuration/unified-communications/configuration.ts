import { formPage } from "../../../form/form-page.tsx";

/** Configuration > Unified Communications > Configuration (Administrator Guide, "Unified Communications"). */
export const unifiedCommunications = formPage({
  sections: [
    { title: "Configuration", fields: [{ item: "CollaborationEdge Enabled" }] },
    {
      title: "Advanced",
      fields: [
        { item: "CollaborationEdge RFC3327Enabled" },
        { item: "CollaborationEdge AllowList DefaultMethods" },
        { item: "EdgeConfigServer CredentialTtl" },
        { item: "EdgeConfigServer PurgeInterval" },
      ],
    },
  ],
});

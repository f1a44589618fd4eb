import { formPage } from "../../../form/form-page.tsx";

/** Configuration > Traversal > Ports (Administrator Guide, "Configuring traversal server ports"). */
export const traversalPorts = formPage({
  sections: [
    {
      title: "H.323",
      fields: [
        { item: "Traversal Server H323 Assent CallSignaling Port" },
        { item: "Traversal Server H323 H46018 CallSignaling Port" },
      ],
    },
  ],
});

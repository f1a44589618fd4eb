import { formPage } from "../../form/form-page.tsx";

/** System > Quality of Service (Administrator Guide, "Configuring Quality of Service settings"). */
export const qualityOfService = formPage({
  sections: [{ title: "Tagging", fields: [{ item: "IP QoS Mode" }, { item: "IP QoS Value" }] }],
});

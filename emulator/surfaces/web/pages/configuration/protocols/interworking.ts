import { formPage } from "../../../form/form-page.tsx";

/** Configuration > Protocols > Interworking (Administrator Guide, "Configuring H.323-SIP interworking"). */
export const interworking = formPage({
  sections: [
    { title: "Interworking", fields: [{ item: "Interworking Mode", words: { RegisteredOnly: "Registered only" } }] },
  ],
});

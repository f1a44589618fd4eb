import { Type } from "typebox";
import { StepError } from "../drivers/step-error.ts";
import { labAction } from "../kinds.ts";

/** The operator of the TMS sets its limit. */
export const provisioningLicenses = labAction({
  key: "provisioningLicenses",
  about: "Sets how many devices the TMS of the lab allows to be provisioned at the same time.",
  example: "{ provisioningLicenses: 20 }",
  members: { provisioningLicenses: Type.Integer({ minimum: 0, maximum: 1_000_000, description: "how many" }) },
  perform: ({ provisioningLicenses: licenses }, { lab: { tms } }) => {
    if (!tms) throw new StepError("the lab has no TMS: give its topology one, tms: { provisioningLicenses: 10 }");
    tms.licenses = licenses;
    return Promise.resolve();
  },
});

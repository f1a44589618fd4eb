import { Type } from "typebox";
import { VERSION_PATTERN } from "../../../peer/core/identity.ts";
import { imageFileName, makeImage } from "../../../peer/maintenance/upgrade/image.ts";
import { labAction } from "../kinds.ts";
import { textMember } from "../members.ts";

/** A file for Maintenance > Upgrade. */
export const image = labAction({
  key: "image",
  about: "Makes a software image of a version and keeps it under a name, for `upload`.",
  example: "{ image: X8.1.1, as: new software }",
  members: {
    image: Type.String({ pattern: VERSION_PATTERN.source, description: "a version, such as X8.1.1" }),
    as: textMember("the name under which the file is kept"),
  },
  perform: async ({ image: version, as }, { files }) => {
    files.set(as, { name: imageFileName(version), bytes: await makeImage(version) });
  },
});

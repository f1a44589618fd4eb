import type { ItemPath } from "../../../../../model/configuration/index.ts";
import { formPage } from "../../../form/form-page.tsx";
import { subzoneSections } from "./subzone-fields.ts";

/** Configuration > Local Zone > Default Subzone. */
export const defaultSubzone = formPage({
  sections: subzoneSections("the Default Subzone").map(({ title, fields }) => ({
    title,
    fields: fields.map((field) => ({ ...field, item: `Zones LocalZone DefaultSubZone ${field.item}` as ItemPath })),
  })),
});

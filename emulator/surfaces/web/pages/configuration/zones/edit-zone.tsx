import { formPage } from "../../../form/form-page.tsx";
import { zoneTypeWords } from "../../../form/option-words.ts";
import type { Visit } from "../../../page.ts";
import { zoneSections } from "./zone-fields.ts";
import { ZonePeerState } from "./zone-states.tsx";

/** The zone that the address names: `/editzone?id=3`. */
const zoneOf = ({ query }: Visit): number => Number(query.get("id"));

/** Configuration > Zones > Zones > View/Edit. Administrator Guide: the type of a zone cannot be changed. */
export const editZone = formPage({
  exists: (visit) => visit.device.configuration.rows.of("Zones Zone").includes(zoneOf(visit)),
  sections: (visit) => {
    const zone = zoneOf(visit);
    return [
      {
        title: "Configuration",
        fields: [
          { item: `Zones Zone ${zone} Name` },
          { item: `Zones Zone ${zone} Type`, words: zoneTypeWords, readOnly: true },
          { item: `Zones Zone ${zone} HopCount` },
        ],
      },
      ...zoneSections(zone, visit.device.configuration.get(`Zones Zone ${zone} Type`), ({ device }, address) => (
        <ZonePeerState zone={device.routing.zones.at(zone)} address={address} />
      )),
    ];
  },
});

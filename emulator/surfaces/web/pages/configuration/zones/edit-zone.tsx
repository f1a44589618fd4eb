import { formPage } from "../../../form/form-page.tsx";
import { zoneTypeWords } from "../../../form/option-words.ts";
import type { Visit } from "../../../visit.ts";
import { type ZoneKind, zoneSections } from "./zone-fields.ts";
import { ZonePeerState } from "./zone-states.tsx";

/** The zone that the address names: `/editzone?id=3`. */
const zoneOf = ({ query }: Visit): number => Number(query.get("id"));

function kindOf({ device: { configuration } }: Visit, zone: number): ZoneKind {
  const type = configuration.get(`Zones Zone ${zone} Type`);
  return { type, profile: configuration.get(`Zones Zone ${zone} ${type === "DNS" ? "DNS" : "Neighbor"} ZoneProfile`) };
}

/** Configuration > Zones > Zones > View/Edit. Administrator Guide: the type of a zone cannot be changed. */
export const editZone = formPage({
  exists: (visit) => visit.device.configuration.rows.of("Zones Zone").includes(zoneOf(visit)),
  sections: (visit) => {
    const zone = zoneOf(visit);
    const kind = kindOf(visit, zone);
    return [
      {
        title: "Configuration",
        fields: [
          { item: `Zones Zone ${zone} Name` },
          { item: `Zones Zone ${zone} Type`, words: zoneTypeWords, readOnly: true },
          { item: `Zones Zone ${zone} HopCount` },
        ],
      },
      ...zoneSections(zone, kind, ({ device }, address) => (
        <ZonePeerState zone={device.routing.zones.at(zone)} address={address} />
      )),
    ];
  },
});

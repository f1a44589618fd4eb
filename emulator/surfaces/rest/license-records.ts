import { optionKinds, type LicenseKind } from "../../model/option-keys.ts";
import type { Device } from "../../peer/device.ts";
import { TOKENS_PER_LICENCE } from "../../peer/calls/licensing/licensing.ts";
import { licenseFigures, type LicenseFigures } from "../documents/license-figures.ts";
import type { StatusTable } from "./status-table.ts";

/** The kinds of licenses that this product has, with their figures in halves of a license. */
function tokensByKind(device: Device): readonly (readonly [type: string, figures: LicenseFigures])[] {
  return optionKinds.flatMap(({ license }) => {
    const figures = license && licenseFigures(device, license);
    return license && figures ? [[typeName(license), inTokens(figures)] as const] : [];
  });
}

/** `rich_media_session`. The product's own names are not known. */
const typeName = (kind: LicenseKind): string => kind.toLowerCase().replaceAll(/[ -]/g, "_");

const inTokens = ({ own, cluster, pool, physical, peak }: LicenseFigures): LicenseFigures => ({
  own: own * TOKENS_PER_LICENCE,
  cluster: cluster * TOKENS_PER_LICENCE,
  pool: pool * TOKENS_PER_LICENCE,
  physical: physical * TOKENS_PER_LICENCE,
  peak: peak * TOKENS_PER_LICENCE,
});

/** What this peer takes of the pool of the cluster. */
export const licensePoolTable: StatusTable = {
  path: "licensemanager/licensepool",
  about:
    "a kind of license, in halves of a license: all that the peer may use, what it uses, and what it used at most since the restart",
  members: ["license_type", "total", "inuse", "max"],
  records: (device) =>
    tokensByKind(device).map(([type, { own, pool, peak }]) => ({
      license_type: type,
      total: pool,
      inuse: own,
      max: peak,
    })),
};

export const licensePoolLimitsTable: StatusTable = {
  path: "licensemanager/licensepoollimits",
  about: "a kind of license, in halves of a license: what the pool allows and what the peer itself can carry",
  members: ["license_type", "token_limit", "resource_limit"],
  records: (device) =>
    tokensByKind(device).map(([type, { pool, physical }]) => ({
      license_type: type,
      token_limit: pool,
      resource_limit: physical,
    })),
};

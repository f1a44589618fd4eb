import { isEdge, type Identity } from "../../../../peer/core/identity.ts";

export type LanInterface = 1 | 2;

/** Administrator Guide: the second interface and static NAT belong to Advanced Networking, which only an Expressway-E can have. */
export const hasAdvancedNetworking = ({ product }: Identity): boolean => isEdge(product);

/** The interfaces that the pages show. */
export const lanInterfaces = (identity: Identity): readonly LanInterface[] =>
  hasAdvancedNetworking(identity) ? [1, 2] : [1];

import type { PlatformSize, ProductFamily } from "../../model/capacity.ts";

/** What a peer is, as opposed to how it is configured: fixed while it is powered. */
export interface Identity {
  /** 8 hex digits in upper case. */
  readonly serialNumber: string;
  /** `X8.1` */
  readonly softwareVersion: string;
  readonly product: Product;
  readonly platform: Platform;
  readonly hardware: HardwareKind;
}

export const products = ["expressway-e", "expressway-c", "vcs-control", "vcs-expressway"] as const;
export type Product = (typeof products)[number];

export const platforms = ["small", "medium", "large"] as const satisfies readonly PlatformSize[];
export type Platform = (typeof platforms)[number];

/** What the software runs on. An appliance carries what a virtual machine of its platform does. */
export const hardwareKinds = ["virtual-machine", "appliance"] as const;
export type HardwareKind = (typeof hardwareKinds)[number];

/** `SystemUnit Hardware Version`: X7.2.1 status of a virtual machine; that of an appliance is assumed. */
export const hardwareVersions: Readonly<Record<HardwareKind, string>> = {
  "virtual-machine": "VMWare",
  appliance: "1.0",
};

/** The product's own name, as pages show it. */
export const productNames: Readonly<Record<Product, string>> = {
  "expressway-e": "Cisco Expressway-E",
  "expressway-c": "Cisco Expressway-C",
  "vcs-control": "Cisco TelePresence VCS Control",
  "vcs-expressway": "Cisco TelePresence VCS Expressway",
};

/** Release day and build of X8.1: the day from the guide's month, the build is invented. */
export const SOFTWARE_RELEASE_DATE = "2013-12-02";
export const SOFTWARE_BUILD = "313802";
/** `X8.1.1` */
export const VERSION_PATTERN = /^X\d+\.\d+(\.\d+)*$/;

/** Software name of all releases seen (X7.2.1 and X8.11). */
export const SOFTWARE_NAME = "s42700";

export const productFamily = (product: Product): ProductFamily => (product.startsWith("vcs") ? "vcs" : "expressway");

/** True for the products that stand at the edge of a network: traversal server, TURN, two interfaces. */
export const isEdge = (product: Product): boolean => product === "expressway-e" || product === "vcs-expressway";

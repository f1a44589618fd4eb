import type { ConfigurationItem } from "../types.ts";
import { onOff } from "./value-spaces.ts";

/**
 * FindMe accounts and groups of a VCS.
 * Fields and State's default: VCS guide X8.1.1, "Configuring FindMe accounts" and "Configuring FindMe groups"; 10,000 accounts are the
 * most that a cluster has. The 60 characters of a FindMe ID: the guides of 2007 to 2009. Paths, other lengths and the number of
 * groups, which is that of administrator groups, are ours: no source has them.
 */
export const findMeItems = [
  {
    path: "Authentication Account FindMe Account [1..10000] DisplayName",
    values: { kind: "text", min: 0, max: 128 },
    default: "",
    scope: "cluster",
    description: "Name of the user in phone books, written in any way.",
    label: "Display name",
    assumed: true,
  },
  {
    path: "Authentication Account FindMe Account [1..10000] FindMeID",
    values: { kind: "text", min: 1, max: 60 },
    default: "",
    scope: "cluster",
    description: "Alias that reaches the user on any device: a URI, an H.323 ID or a number that no other account has.",
    label: "FindMe ID",
    assumed: true,
  },
  {
    path: "Authentication Account FindMe Account [1..10000] FindMeType",
    values: { kind: "oneOf", values: ["Individual", "GroupOfPeople"] },
    default: "Individual",
    scope: "cluster",
    description: "Whether calls are diverted as soon as one of the first devices is busy, or when all of them are.",
    label: "FindMe type",
    assumed: true,
  },
  {
    path: "Authentication Account FindMe Account [1..10000] Name",
    values: { kind: "text", min: 1, max: 128 },
    default: "",
    scope: "cluster",
    description: "Name that the user logs in with; upper and lower case are the same.",
    label: "Username",
    assumed: true,
  },
  {
    path: "Authentication Account FindMe Account [1..10000] Password",
    values: { kind: "secret", min: 0, max: 1024 },
    default: "",
    scope: "cluster",
    description: "Password that the user logs in with.",
    label: "Password",
    assumed: true,
  },
  {
    path: "Authentication Account FindMe Account [1..10000] PhoneNumber",
    values: { kind: "text", min: 0, max: 60, format: "digits" },
    default: "",
    scope: "cluster",
    description: "Number that H.323 calls of the user show to those who are called, through a gateway to ISDN for one.",
    label: "Phone number",
    assumed: true,
  },
  {
    path: "Authentication Account FindMe Account [1..10000] PrincipalDevice",
    values: { kind: "text", min: 1, max: 60 },
    default: "",
    scope: "cluster",
    description: "Address or alias of the first of the user's own devices.",
    label: "Principal device address",
    assumed: true,
  },
  {
    path: "Authentication Account FindMe Group [1..1000] Enabled",
    values: onOff,
    default: "On",
    scope: "cluster",
    description: "Whether members of the group may log in and change their devices.",
    label: "State",
    assumed: true,
  },
  {
    path: "Authentication Account FindMe Group [1..1000] Name",
    values: { kind: "text", min: 1, max: 128 },
    default: "",
    scope: "cluster",
    description: "Name of the FindMe group, as in the directory.",
    label: "Name",
    assumed: true,
  },
] as const satisfies readonly ConfigurationItem[];

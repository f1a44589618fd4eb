import type { ConfigurationItem } from "../types.ts";

/**
 * What the log-in page says before somebody logs in.
 * Fields: administrator guide, "Configuring the Login page". No source has paths or lengths: they are ours.
 */
export const loginPageItems = [
  {
    path: "Login Page Title",
    values: { kind: "text", min: 0, max: 128 },
    default: "",
    scope: "cluster",
    description: "Stands above the welcome message of the log-in page.",
    effect: "shown on the log-in page",
    label: "Welcome message title",
    assumed: true,
  },
  {
    path: "Login Page Message",
    values: { kind: "text", min: 0, max: 2048 },
    default: "",
    scope: "cluster",
    description: "Stands on the log-in page before its fields.",
    effect: "shown on the log-in page",
    label: "Welcome message text",
    assumed: true,
  },
] as const satisfies readonly ConfigurationItem[];

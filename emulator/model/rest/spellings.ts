// Values that REST spells otherwise than the CLI, by the value of the item. Assumed: the words of the pages.

export const yesNo = { On: "Yes", Off: "No" } as const;
export const enabledDisabled = { On: "Enabled", Off: "Disabled" } as const;
export const authenticationPolicy = {
  DoNotCheckCredentials: "Do not check credentials",
  TreatAsAuthenticated: "Treat as authenticated",
  CheckCredentials: "Check credentials",
} as const;
export const dnsPortRange = {
  On: "Use the ephemeral port range",
  Off: "Use a custom port range",
} as const;

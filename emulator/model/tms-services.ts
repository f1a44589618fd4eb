/** The Provisioning Extension services of a TMS: what each is called in configuration paths and on pages, and what it brings. */
export const tmsServices = [
  { word: "Users", label: "Users", brings: "user accounts" },
  { word: "FindMe", label: "FindMe", brings: "FindMe accounts" },
  { word: "PhoneBooks", label: "Phone books", brings: "phone books" },
  { word: "Devices", label: "Devices", brings: "devices" },
] as const;

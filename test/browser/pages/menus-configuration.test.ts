import { describe } from "vitest";
import { everyPage } from "./every-page.ts";

describe("every page of the menu Configuration", () => {
  everyPage((menu) => menu === "Configuration");
});

import { describe } from "vitest";
import { everyPage } from "./every-page.ts";

describe("every page of the other menus", () => {
  everyPage((menu) => !["Status", "System", "Configuration"].includes(menu));
});

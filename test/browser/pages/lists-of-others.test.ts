import { describe } from "vitest";
import { everyList } from "./every-list.ts";

describe("every list of the other menus whose rows come and go", () => {
  everyList((menu) => menu !== "Configuration");
});

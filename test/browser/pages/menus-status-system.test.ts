import { describe } from "vitest";
import { everyPage } from "./every-page.ts";

describe("every page of the menus Status and System", () => {
  everyPage((menu) => menu === "Status" || menu === "System");
});

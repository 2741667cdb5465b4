import { expect, it } from "vitest";
import { shareText } from "./numbers";

it("a school is never shown complete while a paper is missing, and not above it with papers to spare", () => {
  expect([shareText({ accepted: 998, due: 1000 }), shareText({ accepted: 12, due: 9 }), shareText({ accepted: 0, due: 0 })]).toEqual(["99%", "100%", "100%"]);
});

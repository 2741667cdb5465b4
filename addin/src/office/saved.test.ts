import { expect, test } from "vitest";
import { formatSaved, parseSaved } from "./saved";

test("what both sides agreed upon comes back from the document, line ends and marks included", () => {
  const places = [
    { tag: "date", occurrence: 0, here: "2024.5.6", there: "2024年5月6日" },
    { tag: "rows.text", occurrence: 3, here: "一 <b>&\"\n二 𠮷", there: "一 <b>&\"\n二 𠮷" },
    { tag: "blank", occurrence: 0, here: "", there: "" },
  ];
  expect(parseSaved(formatSaved(places))).toEqual(places);
});

test("hosts refuse a declaration, so there is none", () => {
  expect(formatSaved([])).toMatch(/^<saved /);
});

test("a part of somebody else is not taken for ours", () => {
  expect(parseSaved('<saved xmlns="urn:other"/>')).toBeNull();
});

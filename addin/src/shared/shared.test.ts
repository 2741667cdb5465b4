import { expect, it } from "vitest";
import { fileNameOf } from "../api/download";
import { splitEvents } from "../api/events";
import { formatDay, normaliseDigits } from "./format";
import { href, parsePlace } from "./router";
import { nextSpot } from "./ui/gridKeys";

it("an address comes back as the place it was made from, Chinese included", () => {
  const place = parsePlace(href(["paper", "表7/一"], { year: "2024" }));
  expect(place.path).toEqual(["paper", "表7/一"]);
  expect(place.query.get("year")).toBe("2024");
});

it("a Chinese file name is read from the extended form", () => {
  expect(fileNameOf("attachment; filename=\"b.docx\"; filename*=UTF-8''%E8%A1%A87.docx", "x")).toBe("表7.docx");
  expect(fileNameOf(null, "x.docx")).toBe("x.docx");
});

it("events are cut where the stream cuts them, and an unfinished one waits", () => {
  expect(splitEvents('event: progress\ndata: {"done":1}\n\ndata: {"done"')).toEqual({ events: ['{"done":1}'], rest: 'data: {"done"' });
});

it("a month keeps its precision and no time zone moves it", () => {
  expect(formatDay("1978-06", "zh")).toBe("1978年6月");
  expect(formatDay("2024-01-01", "en")).toBe("1 Jan 2024");
});

it("full-width digits become plain ones", () => expect(normaliseDigits("２０２４－０３")).toBe("2024-03"));

it("arrow keys pass over cells that are not there", () => {
  const spots = new Set(["0,0", "0,2", "1,2"]);
  expect(nextSpot([0, 0], "ArrowRight", spots)).toEqual([0, 2]);
  expect(nextSpot([0, 0], "ArrowDown", spots)).toBeNull();
  expect(nextSpot([0, 2], "Home", spots)).toEqual([0, 0]);
});

import { expect, it } from "vitest";
import { lastDayOf } from "./days";

it("a pass that ends at the district's midnight holds last on the day before, wherever the reader sits", () => {
  expect(lastDayOf("2024-12-31T16:00:00+00:00")).toBe("2024-12-31");
  expect(lastDayOf("2025-01-01T00:00:00+08:00")).toBe("2024-12-31");
});

it("a pass that was taken back in the morning still belongs to its day", () => expect(lastDayOf("2024-06-03T10:30:00+08:00")).toBe("2024-06-03"));

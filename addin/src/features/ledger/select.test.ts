import { expect, it } from "vitest";
import type { PlatformLine } from "../../api/ledger";
import { readyToFile } from "./select";

const line = (personId: string, more: Partial<PlatformLine>): PlatformLine => ({ personId, platformNo: "001", name: personId, lines: [], years: 1, ethics: 0.4, skills: 1.6, filed: false, problems: [], ...more });

it("files whoever has a recognised year, a number and no earlier filing", () => {
  const problem = { code: "platform-no-missing", message: "没有进修编号", messageEn: "no number" } as PlatformLine["problems"][number];
  const rows = [line("a", {}), line("b", { years: 0 }), line("c", { filed: true }), line("d", { problems: [problem] })];
  expect(readyToFile(rows).map((row) => row.personId)).toEqual(["a"]);
});

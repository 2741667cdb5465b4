import { expect, it } from "vitest";
import type { FilingItem } from "../../api/filing";
import { countFiles, needsCare, treeOf } from "./tree";

const item = (path: string, state: FilingItem["state"] = "filed") => ({ id: path, path, state }) as FilingItem;

it("folders stand in the order of the binder and know what is below them", () => {
  const tree = treeOf([item("区/校/2024/一/1.docx"), item("区/校/2024/二/王芳/1.docx", "failed"), item("区/校/2024/一/2.docx")]);
  const year = tree.folders[0]?.folders[0]?.folders[0];
  expect(year?.folders.map((folder) => [folder.name, countFiles(folder), needsCare(folder)])).toEqual([["一", 2, false], ["二", 1, true]]);
});

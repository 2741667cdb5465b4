import { expect, test } from "vitest";
import { codeIn } from "./contentCode";

test.each([
  ["扫描 7K3F-92QX.pdf", "7K3F-92QX"],
  ["7k3f-92qx（签章）.jpg", "7K3F-92QX"],
  ["扫描0001.pdf", ""],
  ["A7K3F-92QX1.pdf", ""],
  ["7K3U-92QX.pdf", ""],
])("the code in the name %s is '%s'", (name, code) => {
  expect(codeIn(name)).toBe(code);
});

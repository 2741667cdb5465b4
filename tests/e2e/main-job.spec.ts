import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { downloaded, files, fillWithPython, markWorkbook, resaveWithLibreOffice, signIn } from "./portal.js";
import { Service } from "./service.js";

/** A year of the sample district, with real files and programs that are not ours. The steps build on one another. */
test.describe.configure({ mode: "serial" });

const service = new Service();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await service.start();
});

test.afterAll(() => service.dispose());

/** Uploads a filled document on the open paper, checks what was read, writes it and hands it in. */
async function uploadAndHandIn(page: Page, path: string, shown: string): Promise<void> {
  await page.getByLabel("上传填好的文档").setInputFiles(path);
  await expect(page.getByRole("heading", { name: /的读取结果/ })).toBeVisible();
  await expect(page.getByRole("table").getByText(shown).first()).toBeVisible();
  await page.getByRole("button", { name: "写入系统" }).click();
  await expect(page.getByText("已写入系统。")).toBeVisible();
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "提交" }).click();
  await expect(page.locator('[data-state="submitted"]').first()).toBeVisible();
}

test("a cadre sees what is owed, fills 表7 in another program and hands it in", async ({ page }) => {
  await signIn(page, service.url, "柳如絮");
  await expect(page.getByRole("heading", { name: "本人现在欠什么" })).toBeVisible();
  await expect(page.getByText("依据：一.4(4)B").first()).toBeVisible();
  await page.getByRole("button", { name: /^开始填写: 表7/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /表7/ })).toBeVisible();
  const empty = await downloaded(page, page.getByRole("button", { name: "下载 Word" }).first());
  const filled = fillWithPython(empty, { topic: "听课笔记里的管理", date: "2024年5月20日", content: "《听课的艺术》\n第三章", insight: "第一段：观察。\n第二段：𠮷野家旁的小店。" });
  await uploadAndHandIn(page, filled, "听课笔记里的管理");
});

test("a cadre fills the semester plan the same way", async ({ page }) => {
  await signIn(page, service.url, "柳如絮");
  await page.getByRole("button", { name: /^开始填写: 学期岗位工作计划/ }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: /学期岗位工作计划/ })).toBeVisible();
  const empty = await downloaded(page, page.getByRole("button", { name: "下载 Word" }).first());
  await uploadAndHandIn(page, fillWithPython(empty, { goals: "带好一个年级", work: "每周听两节课\n每月一次座谈" }), "带好一个年级");
});

test("表6 comes prefilled and is read back after LibreOffice saved it", async ({ page }) => {
  await signIn(page, service.url, "柳如絮");
  await page.getByRole("button", { name: /^开始填写: 表6/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /表6/ })).toBeVisible();
  const empty = await downloaded(page, page.getByRole("button", { name: "下载 Word" }).first());
  const text = execFileSync("/usr/bin/python3", ["-c", "import docx,sys; d=docx.Document(sys.argv[1]); print(''.join(t.text or '' for t in d.element.body.iter('{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t')))", empty]).toString();
  expect(text).toContain("柳如絮");
  expect(text).toContain("思想政治");
  const filled = resaveWithLibreOffice(fillWithPython(empty, { analysis: "优势：踏实。\n不足：经验少。", goal: "三年站稳讲台", stages: "一年一个台阶", strategy: "多听多问" }));
  await uploadAndHandIn(page, filled, "三年站稳讲台");
});

test("another person's form is refused and says so", async ({ page }) => {
  await signIn(page, service.url, "柳如絮");
  await page.getByRole("button", { name: /^继续填写: 学期岗位工作计划/ }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: /学期岗位工作计划/ })).toBeVisible();
  const foreign = await downloaded(page, page.getByRole("button", { name: "下载 Word" }).first());
  await signIn(page, service.url, "於菟");
  await page.getByRole("link", { name: "上传材料" }).click();
  await page.locator('input[type="file"]').setInputFiles(foreign);
  await expect(page.getByRole("alert")).toBeVisible();
});

test("the secretary returns a paper with a comment and accepts another", async ({ page }) => {
  await signIn(page, service.url, "秦远山", "学校书记");
  await page.getByRole("link", { name: "档案总览" }).click();
  await page.getByRole("button", { name: /^柳如絮，.*学习心得.*：已提交/ }).click();
  await page.getByRole("button", { name: "退回", exact: true }).click();
  await page.getByRole("dialog").getByRole("textbox").fill("请补充两个例子。");
  await page.getByRole("dialog").getByRole("button", { name: "退回" }).last().click();
  await expect(page.getByText("请补充两个例子。").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "关闭" }).first()).toBeFocused();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^柳如絮，.*(规划).*：已提交/ }).click();
  await page.getByRole("button", { name: "接受", exact: true }).click();
  await expect(page.locator('[data-state="accepted"]').first()).toBeVisible();
});

test("the cadre reads the comment, corrects the paper in the browser and hands it in again", async ({ page }) => {
  await signIn(page, service.url, "柳如絮");
  await expect(page.getByText("请补充两个例子。").first()).toBeVisible();
  await page.getByRole("button", { name: /^按意见修改: 表7/ }).click();
  await page.getByLabel("学习心得与体会（可以附页）").fill("第一段：观察。\n例一；例二。");
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "提交" }).click();
  await expect(page.locator('[data-state="submitted"]').first()).toBeVisible();
});

test("a roster with a fault changes nothing, a good one is imported", async ({ page }) => {
  await signIn(page, service.url, "秦远山", "学校书记");
  await page.getByRole("link", { name: "干部名册" }).click();
  await page.getByRole("button", { name: "导入名册" }).click();
  const bad = join(files, "bad.csv");
  writeFileSync(bad, "姓名,现任职务,出生年月,任职时间\n贺兰雪,语文组长,1991-13,2024-09-01\n");
  await page.locator('input[type="file"]').setInputFiles(bad);
  await expect(page.getByText("出错").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "导入", exact: true })).toBeDisabled();
  const good = join(files, "good.csv");
  writeFileSync(good, "姓名,现任职务,性别,出生年月,任职时间\n贺兰雪,语文组长,女,1991-03,2024-09-01\n");
  await page.locator('input[type="file"]').setInputFiles(good);
  await page.getByRole("button", { name: "导入", exact: true }).click();
  await expect(page.getByText(/导入完成：新增1人/)).toBeVisible();
  await expect(page.getByText("贺兰雪").first()).toBeVisible();
});

test("表4 counts itself, each number opens its papers, and it comes as Word and Excel", async ({ page }) => {
  await signIn(page, service.url, "秦远山", "学校书记");
  await page.getByRole("link", { name: "学分申报（表4）" }).click();
  await page.getByRole("button", { name: /^秦远山，.*学习心得.*：1，查看材料/ }).click();
  await expect(page.getByRole("dialog").getByText(/学习心得/).first()).toBeVisible();
  await page.getByRole("button", { name: "关闭" }).first().click();
  const word = await downloaded(page, page.getByRole("button", { name: /下载 Word|第一份/ }).first());
  const excel = await downloaded(page, page.getByRole("button", { name: "下载 Excel" }));
  expect(readFileSync(word).subarray(0, 2).toString()).toBe("PK");
  const cells = execFileSync("/usr/bin/python3", ["-c", "import openpyxl,sys\nb=openpyxl.load_workbook(sys.argv[1])\nprint([c.value for s in b for r in s for c in r if c.value])", excel]).toString();
  expect(cells).toContain("秦远山");
});

test("filing goes on after a kill, is numbered as the binder, and changes nothing the second time", async ({ page }) => {
  test.setTimeout(240_000); // A start, a kill and two filings of a whole school.
  await signIn(page, service.url, "秦远山", "学校书记");
  await page.getByRole("link", { name: "归档", exact: true }).click();
  await page.getByRole("button", { name: "开始归档" }).click();
  await expect(page.getByRole("progressbar")).toBeVisible();
  await service.kill();
  await service.start();
  await page.reload();
  await expect(page.getByRole("heading", { name: "归档完成", exact: true })).toBeVisible({ timeout: 120_000 });
  const before = tree(join(service.data, "library"));
  const paths = Object.keys(before);
  expect(paths.some((path) => /云帆中学\/2024.*\/一、学校自培工作档案袋\//.test(path))).toBe(true);
  expect(paths.some((path) => /云帆中学\/2024.*\/二、干部个人自培档案袋\/柳如絮\/1.*规划/.test(path))).toBe(true);
  await page.getByRole("button", { name: "重新归档" }).click();
  await expect(page.getByText(/个此前已归档、没有变化/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("heading", { name: "归档完成", exact: true })).toBeVisible({ timeout: 60_000 });
  expect(tree(join(service.data, "library"))).toEqual(before);
});

test("the reviewer marks the workbook in Excel; applied rows and faults are named; 表4 carries the opinions", async ({ page }) => {
  await signIn(page, service.url, await nameOf("p0001"), "区级审核人");
  await page.getByRole("link", { name: "学分审核" }).click();
  const workbook = await downloaded(page, page.getByRole("button", { name: "下载审核工作簿" }));
  const wrong = markWorkbook(workbook, { 秦远山: { 区级审核意见: "随便写的" } });
  await page.locator('input[type="file"]').setInputFiles(wrong);
  await expect(page.getByRole("alert")).toContainText("审核意见“随便写的”不在列表内");
  const marked = markWorkbook(workbook, { 秦远山: { 区级审核意见: "同意" }, 柳如絮: { 区级审核意见: "退回补正", 理由: "材料未齐" } });
  await page.locator('input[type="file"]').setInputFiles(marked);
  await expect(page.getByText(/采用2行/)).toBeVisible();
  await signIn(page, service.url, "秦远山", "学校书记");
  await page.getByRole("link", { name: "学分申报（表4）" }).click();
  await expect(page.getByRole("row", { name: /秦远山/ })).toContainText("同意");
  await expect(page.getByRole("row", { name: /柳如絮/ })).toContainText("退回补正");
});

async function nameOf(personId: string): Promise<string> {
  const people = (await (await fetch(`${service.url}/api/development/people`)).json()) as { id: string; name: string }[];
  return people.find((person) => person.id === personId)!.name;
}

/** Content hash by relative path, without the library's own index. */
function tree(root: string): Record<string, string> {
  const found: Record<string, string> = {};
  const walk = (folder: string, prefix: string): void => {
    for (const entry of readdirSync(folder)) {
      if (entry.startsWith(".")) continue;
      const path = join(folder, entry);
      if (statSync(path).isDirectory()) walk(path, `${prefix}${entry}/`);
      else found[`${prefix}${entry}`] = createHash("sha256").update(readFileSync(path)).digest("hex");
    }
  };
  walk(root, "");
  return found;
}

import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { enter, type RecordView } from "./people.js";
import { downloaded, files, fillWithPython, signIn } from "./portal.js";
import { Service } from "./service.js";

/**
 * A school's whole year as its secretary meets it, from the roster to the filed portfolio: the year after the sample district's, so that
 * plan and sessions come from the one before and everything else is empty. The steps build on one another.
 */
test.describe.configure({ mode: "serial" });

const service = new Service();
const year = "2025";
const [secretary, cadre, late] = ["顾念慈", "陶知微", "鲁春晓"];

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await service.start();
});

test.afterAll(() => service.dispose());

async function enterAs(page: Page, name: string, role?: string): Promise<void> {
  await signIn(page, service.url, name, role);
  await page.getByLabel("年度", { exact: true }).selectOption(year);
}

async function go(page: Page, link: string): Promise<void> {
  await page.getByRole("link", { name: link, exact: true }).click();
}

/** Opens one of the papers owed; the button's word depends on how far the paper is. */
async function openOwed(page: Page, title: RegExp): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^(开始填写|继续填写|从往年原文开始): .*${title.source}`) }).last().click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

async function handIn(page: Page): Promise<void> {
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "提交" }).click();
}

const submitted = (page: Page) => expect(page.getByRole("main").locator('[data-state="submitted"]').first()).toBeVisible();

test("the roster takes up somebody new", async ({ page }) => {
  await enterAs(page, secretary, "学校书记");
  await go(page, "干部名册");
  await page.getByRole("button", { name: "导入名册" }).click();
  const roster = join(files, "roster.csv");
  writeFileSync(roster, "姓名,现任职务,性别,出生年月,任职时间,进修编号\n苗青禾,食堂主任,女,1990-04,2025-02-10,003109011009\n");
  await page.locator('input[type="file"]').setInputFiles(roster);
  await expect(page.getByText("新增1人，修改0人，不变0人，离任0人，出错0行。")).toBeVisible();
  await page.getByRole("button", { name: "导入", exact: true }).click();
  await expect(page.getByRole("row", { name: /苗青禾/ })).toContainText("2025年2月10日");
});

test("plan and sessions come from last year and ask to be looked at", async ({ page }) => {
  await enterAs(page, secretary, "学校书记");
  await go(page, "年度上报");
  await expect(page.getByText("本年度还没有安排自培活动")).toBeVisible();
  await go(page, "学校应交材料");
  await openOwed(page, /表1/);
  await handIn(page);
  await expect(page.getByRole("dialog", { name: "还有去年原文尚未改动" })).toContainText("“一、指导思想”还有1段去年原文。");
  await page.getByRole("button", { name: "原样提交" }).click();
  await submitted(page);
  await go(page, "自培活动");
  await page.getByRole("button", { name: "从2024年的安排开始" }).click();
  await expect(page.getByText("本年度共8次活动")).toBeVisible();
  await expect(page.getByRole("row", { name: /2025年3月4日/ })).toContainText("去年原文，尚未改动");
  await page.getByRole("button", { name: /^修改 .*走访兄弟学校/ }).click();
  await page.getByRole("dialog").getByLabel("自培内容").fill("走访兄弟园所");
  await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("row", { name: /走访兄弟园所/ })).not.toContainText("去年原文");
});

test("marks go in by keys, one is taken back, and the totals add up", async ({ page }) => {
  await enterAs(page, secretary, "学校书记");
  await go(page, "考勤");
  await page.getByRole("gridcell").first().click();
  for (const key of ["1", "1", "2", "3", "1", "4", "2"]) await page.keyboard.press(key);
  await expect(page.getByRole("row", { name: /白芷兰/ })).toContainText("0√ + 1O + 0⊕ + 0△ + 7空 = 8次");
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("row", { name: /白芷兰/ })).toContainText("0√ + 0O + 0⊕ + 0△ + 8空 = 8次");
  for (const day of ["3月4日", "3月25日", "4月15日", "5月13日", "6月10日", "9月9日", "10月14日", "11月11日"]) await page.getByRole("button", { name: `${day}：空格全部记为出勤` }).click();
  await expect(page.getByRole("row", { name: /苗青禾/ })).toContainText("8√ + 0O + 0⊕ + 0△ + 0空 = 8次");
  await page.getByRole("row", { name: /苗青禾/ }).getByRole("gridcell").nth(3).click();
  await page.keyboard.press("Backspace");
  await expect(page.getByRole("row", { name: /苗青禾/ })).toContainText("7√ + 0O + 0⊕ + 0△ + 1空 = 8次");
  await expect(page.getByRole("row", { name: /陶知微/ })).toContainText("7√ + 1O + 0⊕ + 0△ + 0空 = 8次");
  await expect(page.getByRole("row", { name: /沈𣲘/ })).toContainText("7√ + 0O + 1⊕ + 0△ + 0空 = 8次");
  await expect(page.getByText("已保存")).toBeVisible();
});

test("表2 shows the marks and sends to the place where they are entered", async ({ page }) => {
  await enterAs(page, secretary, "学校书记");
  await go(page, "学校应交材料");
  await openOwed(page, /表2/);
  const row = page.getByRole("row", { name: /陶知微/ });
  await expect(row).toContainText(/O.*√.*7.*1/s);
  await expect(row.getByRole("combobox")).toHaveCount(0);
  await page.getByRole("link", { name: "去那里登记" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "考勤（表2）" })).toBeVisible();
});

test("a cadre fills 表7 on the page, 表8 in Word, and hands in the rest", async ({ page, context }) => {
  await enterAs(page, cadre);
  await openOwed(page, /表7/);
  await page.getByLabel("题目").fill("听课笔记里的管理");
  await page.getByLabel("日期").fill("2025年5月20日");
  await page.getByLabel("学习内容").fill("《听课的艺术》第三章");
  await page.getByLabel("学习心得与体会（可以附页）").fill("先看见，再评说。");
  await handIn(page);
  await submitted(page);
  await go(page, "本人现在欠什么");
  await openOwed(page, /表8/);
  const empty = await downloaded(page, page.getByRole("button", { name: "下载 Word" }).first());
  await page.getByLabel("上传填好的文档").setInputFiles(fillWithPython(empty, { audience: "全体教师", date: "2025年6月3日", topic: "活动区的观察", goal: "会看", outline: "一、看什么\n二、怎么记" }));
  await page.getByRole("button", { name: "写入系统" }).click();
  await expect(page.getByText("已写入系统。")).toBeVisible();
  await handIn(page);
  await submitted(page);

  // Eight papers more would show nothing new of the pages.
  const people = (await (await page.request.get(`${service.url}/api/development/people`)).json()) as { id: string; name: string }[];
  const call = await enter(context, service.url, people.find((person) => person.name === cadre)!.id);
  const text = "写在这里的一段话。";
  const papers: [string, number | null, Record<string, string>][] = [
    ["semester-plan", 1, { goals: text, work: text }], ["semester-plan", 2, { goals: text, work: text }],
    ["semester-summary", 1, { work: text, outcomes: text }], ["semester-summary", 2, { work: text, outcomes: text }],
    ["case-study", null, { topic: "晨检", date: "2025-09-01", event: text, background: text, cause: text, measures: text, insight: text }],
    ["duty-report", null, { report: text }],
    ["results", null, { papers: "2025.04 区级 《观察与记录》\n2025.05 园级 《小结》" }],
  ];
  for (const [formId, semester, data] of papers) {
    const record = (await (await call("POST", "/api/records", { formId, semester, year: Number(year) })).json()) as RecordView;
    const written = (await (await call("PUT", `/api/records/${record.id}`, { data: { ...record.data, ...data } }, record.version)).json()) as RecordView;
    expect((await call("POST", `/api/records/${record.id}/submit`, {}, written.version)).status(), formId).toBe(200);
  }
});

test("what waits is accepted one after the other, the school's own papers last; one step is taken back", async ({ page }) => {
  await enterAs(page, secretary, "学校书记");
  const next = page.getByRole("button", { name: /^处理下一份已提交的/ });
  await expect(next).toContainText("待处理10份"); // nine of the cadre, 表1 of the school
  await next.click();
  const drawer = page.getByRole("dialog");
  await drawer.getByRole("button", { name: "接受", exact: true }).click();
  await expect(drawer.locator('[data-state="accepted"]').first()).toBeVisible();
  await page.getByRole("button", { name: "撤销", exact: true }).last().click();
  await expect(drawer.locator('[data-state="submitted"]').first()).toBeVisible();
  for (let left = 10; left > 0; left--) {
    await drawer.getByRole("button", { name: "接受", exact: true }).click();
    await expect(drawer.locator('[data-state="accepted"]').first()).toBeVisible();
    if (left > 1) await drawer.getByRole("button", { name: "处理下一份已提交的" }).click();
    else await expect(drawer.getByRole("heading", { name: /表1/ })).toBeVisible();
  }
  await drawer.getByRole("button", { name: "关闭" }).first().click();
  await expect(page.getByRole("button", { name: "没有待处理的材料了。" })).toBeDisabled();
  await go(page, "修改记录");
  await expect(page.getByRole("row", { name: /表8 干部专题讲座 · 材料状态.*已接受/ }).first()).toContainText(cadre);
});

test("表4 counts the papers; credits over a gap need a reason; two copies carry one code", async ({ page }) => {
  await enterAs(page, secretary, "学校书记");
  await go(page, "学分申报（表4）");
  for (const [column, count] of [["学期计划", 2], ["学期总结", 2], ["专题讲座", 1], ["学习心得", 1], ["管理案例", 1], ["述职报告", 1], ["成果汇总", 1]] as const)
    await expect(page.getByRole("button", { name: `${cadre}，${column}：${count}，查看材料` })).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(cadre) })).toContainText("已齐");
  await page.getByRole("button", { name: `申报 ${late}` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "申报2分" }).click();
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog.getByRole("alert")).toContainText("申报学分须说明理由");
  await dialog.getByRole("textbox").fill("病假，材料在补");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog).toHaveCount(0);
  await downloaded(page, page.getByRole("button", { name: "第一份（Word）" }));
  await downloaded(page, page.getByRole("button", { name: "第二份（Word）" }));
  await expect(page.getByText(/数字在上次打印之后有变化/)).toHaveCount(0);
});

test("the year cannot be handed in with a blank mark, and is settled once it is confirmed", async ({ page }) => {
  await enterAs(page, secretary, "学校书记");
  await go(page, "年度上报");
  const close = page.getByRole("button", { name: "上报本年度" });
  await expect(page.getByText("还有1处空白：请到考勤表登记，或逐一确认为“不计”。")).toBeVisible();
  await expect(close).toBeDisabled();
  await page.getByRole("checkbox", { name: /^苗青禾，5月13日：确认不计/ }).click();
  await close.click();
  await expect(page.getByRole("dialog")).toContainText("1处空白记为“不计”；8人材料未齐；0份材料尚未处理。");
  await page.getByRole("button", { name: "确认上报" }).click();
  await expect(page.getByText(`${secretary}已于`)).toBeVisible();
  await go(page, "考勤");
  await expect(page.getByText("该年度已上报，考勤不能再改。")).toBeVisible();
});

test("the reviewer agrees with what is complete, and nothing is given over a gap without a reason", async ({ page }) => {
  await enterAs(page, "贺章", "区级审核人");
  await go(page, "学分审核");
  await page.getByRole("row", { name: /晨露幼儿园/ }).getByRole("link", { name: /审核/ }).click();
  await page.getByRole("button", { name: "无疑问的全部同意" }).click();
  await expect(page.getByText("已同意1人。")).toBeVisible();
  const row = page.getByRole("row", { name: new RegExp(late) });
  await row.getByRole("combobox").selectOption("核定0分");
  await page.getByRole("button", { name: "保存1条意见" }).click();
  await expect(row).toContainText(/理由/);
  await row.getByRole("textbox").first().fill("材料未交");
  await page.getByRole("button", { name: "保存1条意见" }).click();
  await expect(page.getByText(/已保存1条/)).toBeVisible();
});

test("the ledger carries the opinion and says who has to set the rates", async ({ page }) => {
  await enterAs(page, secretary, "学校书记");
  await go(page, "学分台账（表5）");
  await expect(page.getByText(/2021–2025 年的学分标准.*尚未设定，不予计算。请由区教育局党委确定/)).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(cadre) })).toContainText("已认定");
  await page.getByRole("link", { name: cadre }).click();
  await expect(page.getByRole("row", { name: /^2025/ })).toContainText("同意 · 贺章");
});

test("the filing puts every accepted paper into the binder's folders, and the check finds them there", async ({ page }) => {
  await enterAs(page, secretary, "学校书记");
  await go(page, "归档");
  await page.getByRole("button", { name: "开始归档" }).click();
  await expect(page.getByRole("heading", { name: "归档完成", exact: true })).toBeVisible({ timeout: 60_000 });
  const root = join(service.data, "library/宝山区/晨露幼儿园", `${year}年度`);
  const filed = tree(root);
  expect(filed).toContain("一、学校自培工作档案袋/1．学校干部自培工作计划（表1）.docx");
  expect(filed).toContain("一、学校自培工作档案袋/3．干部自培考勤记录（表2）.docx");
  expect(filed).toContain("一、学校自培工作档案袋/6．干部自培学分申报表（表4）.docx");
  expect(filed.filter((path) => path.startsWith(`二、干部个人自培档案袋/${cadre}/`) && path.endsWith(".docx"))).toHaveLength(9);
  await page.getByRole("button", { name: "开始核对" }).click();
  await expect(page.getByText(/个文件全部在原位，内容一致。/)).toBeVisible();
});

function tree(folder: string, prefix = ""): string[] {
  return readdirSync(folder).flatMap((name) => (statSync(join(folder, name)).isDirectory() ? tree(join(folder, name), `${prefix}${name}/`) : [prefix + name]));
}

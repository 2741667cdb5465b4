import { expect, test, type Locator, type Page } from "@playwright/test";
import { enter, newPaper, type RecordView } from "./people.js";
import { openInExcel, openInWord } from "./office/host.js";
import { Service } from "./service.js";

/** The main job without a mouse, and typing with a Chinese input method. */
const service = new Service();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await service.start();
});

test.afterAll(() => service.dispose());

/** Presses Tab until this has the focus; what has it must be seen. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target.first()).toBeVisible();
  for (let presses = 0; presses < 150; presses++) {
    if (await target.first().evaluate((element) => element === document.activeElement)) {
      await expect(target.first()).toBeInViewport();
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error("The keyboard does not reach it.");
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

async function fill(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label));
  await page.keyboard.insertText(text);
}

test("portal: a cadre signs in, fills 表7, saves it and hands it in", async ({ page }) => {
  await page.goto(service.url);
  await press(page, page.getByRole("button", { name: /柳如絮/ }));
  await expect(page.getByRole("heading", { name: "本人现在欠什么" })).toBeVisible();
  await press(page, page.getByRole("button", { name: /^开始填写: 表7/ }));
  await expect(page.getByRole("heading", { level: 1, name: /表7/ })).toBeVisible();
  await fill(page, "题目", "只用键盘");
  await fill(page, "日期", "2024年5月6日");
  await fill(page, "学习内容", "学习的内容");
  await fill(page, "学习心得与体会（可以附页）", "心得\n第二段");
  await press(page, page.getByRole("button", { name: "保存", exact: true }));
  await expect(page.getByText("已保存到区平台").first()).toBeVisible();
  await press(page, page.getByRole("button", { name: "提交", exact: true }));
  await press(page, page.getByRole("dialog").getByRole("button", { name: "提交" }));
  await expect(page.locator('[data-state="submitted"]').first()).toBeVisible();
});

test("portal: a secretary walks the board by arrow keys, opens the paper and returns it", async ({ page }) => {
  await page.goto(service.url);
  await press(page, page.getByRole("button", { name: /秦远山/ }));
  await tabTo(page, page.getByLabel("身份", { exact: true }));
  // A closed list changes by letter or arrow; the secretary's role is below the cadre's.
  await page.keyboard.press("ArrowDown");
  await press(page, page.getByRole("link", { name: "档案总览" }));
  const cell = page.getByRole("button", { name: /^柳如絮，.*学习心得.*：已提交/ });
  await expect(cell).toBeVisible();
  const grid = page.getByRole("grid").first();
  for (let presses = 0; presses < 60 && !(await grid.evaluate((element) => element.contains(document.activeElement))); presses++) await page.keyboard.press("Tab");
  const at = (wanted: Locator) => wanted.evaluate((element) => element === document.activeElement);
  for (let row = 0; row < 20 && !(await at(cell)); row++) {
    await page.keyboard.press("Home");
    for (let column = 0; column < 20 && !(await at(cell)); column++) await page.keyboard.press("ArrowRight");
    if (!(await at(cell))) await page.keyboard.press("ArrowDown");
  }
  await expect(cell).toBeFocused();
  await page.keyboard.press("Enter");
  await press(page, page.getByRole("button", { name: "退回", exact: true }));
  const dialog = page.getByRole("dialog").last();
  await tabTo(page, dialog.getByRole("textbox"));
  await page.keyboard.insertText("请补充例子。");
  await press(page, dialog.getByRole("button", { name: "退回" }));
  await expect(page.getByText("请补充例子。").first()).toBeVisible();
});

test("Word pane: saves, goes to a field and hands in", async ({ page, context }) => {
  await page.setViewportSize({ width: 350, height: 640 });
  const { document, call, record } = await newPaper(context, service.url, "p3008");
  await openInWord(page, service.url, document);
  await expect(page.getByRole("heading", { name: /表7/ })).toBeVisible();
  for (const [tag, text] of [["topic", "只用键盘"], ["date", "2024-05-06"], ["content", "内容"], ["insight", "心得"]]) {
    await page.evaluate(([t, v]) => fakeWord.type(t!, 0, v!), [tag, text]);
  }
  await press(page, page.getByRole("button", { name: "保存", exact: true }));
  await expect(page.locator('[data-saved="yes"]')).toBeVisible();
  await press(page, page.locator('[data-tag="insight"]'));
  await expect.poll(() => page.evaluate(() => fakeWord.selected())).toBe("insight#0");
  await page.evaluate(() => (globalThis.document.activeElement as HTMLElement | null)?.blur());
  await press(page, page.getByRole("button", { name: "提交", exact: true }));
  await press(page, page.getByRole("dialog").getByRole("button", { name: "提交" }));
  await expect(page.locator('[data-state="submitted"]')).toBeVisible();
  expect(((await (await call("GET", `/api/records/${record.id}`)).json()) as RecordView).state).toBe("submitted");
});

test("Word pane: pulls what a colleague wrote, then settles a conflict", async ({ page, context }) => {
  await page.setViewportSize({ width: 350, height: 640 });
  const { document, call, record } = await newPaper(context, service.url, "p3006");
  const colleague = async (data: Record<string, string>) => {
    const now = (await (await call("GET", `/api/records/${record.id}`)).json()) as RecordView;
    expect((await call("PUT", `/api/records/${record.id}`, { data: { ...now.data, ...data } }, now.version)).ok()).toBe(true);
  };
  const text = (tag: string) => page.evaluate((name) => fakeWord.text(name, 0), tag);
  await openInWord(page, service.url, document);
  await expect(page.locator('[data-saved="yes"]')).toBeVisible();
  await colleague({ content: "别处写的" });
  await press(page, page.getByRole("button", { name: "取数", exact: true }));
  await press(page, page.getByRole("button", { name: "写入所选" }));
  await expect.poll(() => text("content")).toBe("别处写的");
  await colleague({ topic: "别处的题目" });
  await page.evaluate(() => fakeWord.type("topic", 0, "我的题目"));
  await press(page, page.getByRole("button", { name: "保存", exact: true }));
  const choices = page.getByRole("radiogroup", { name: "题目" });
  await expect(choices).toBeVisible();
  // Nothing is chosen beforehand: Tab stops at the first choice, an arrow takes the second.
  await tabTo(page, choices.getByRole("radio").first());
  await page.keyboard.press("ArrowDown");
  await expect(choices.getByRole("radio").nth(1)).toBeChecked();
  await page.keyboard.press("ArrowUp");
  await press(page, page.getByRole("button", { name: "按所选保存" }));
  await expect(page.locator('[data-saved="yes"]')).toBeVisible();
  expect(((await (await call("GET", `/api/records/${record.id}`)).json()) as RecordView).data["topic"]).toBe("我的题目");
});

test("Excel pane: agrees to the clean rows, gives another an opinion with a reason, and saves", async ({ page, context }) => {
  await page.setViewportSize({ width: 350, height: 640 });
  const call = await enter(context, service.url, "p0001");
  await openInExcel(page, service.url, await (await call("GET", "/api/review/workbook?year=2024")).body());
  await press(page, page.getByRole("button", { name: "无疑问的全部同意" }));
  await expect(page.locator("[data-unsaved]:not([data-unsaved='0'])")).toBeVisible();
  const row = await page.evaluate(() => fakeExcel.find("review", "姓名", "鲁春晓"));
  await page.evaluate((at) => fakeExcel.select("review", [at]), row);
  await press(page, page.getByRole("button", { name: "退回补正" }));
  await tabTo(page, page.getByRole("dialog").getByLabel("理由"));
  await page.keyboard.insertText("材料不齐");
  await press(page, page.getByRole("dialog").getByRole("button", { name: "退回补正" }));
  await expect.poll(() => page.evaluate((at) => fakeExcel.cell("review", at, "区级审核意见"), row)).toBe("退回补正");
  await press(page, page.getByRole("button", { name: /^保存\d+条意见$/ }));
  await expect(page.locator('[data-unsaved="0"]')).toBeVisible();
  const { rows } = (await (await call("GET", "/api/schools/s-chenlu/credits?year=2024")).json()) as { rows: { name: string; opinion: string | null; opinionReason: string | null }[] };
  expect(rows.find((line) => line.name === "鲁春晓")).toMatchObject({ opinion: "退回补正", opinionReason: "材料不齐" });
});

test("half a word of a Chinese input method is neither kept nor saved", async ({ page, context }) => {
  const { call, record } = await newPaper(context, service.url, "p3007");
  await page.goto(`${service.url}/#/paper/${record.id}`);
  const devtools = await context.newCDPSession(page);
  const compose = (text: string) => devtools.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  const draft = () => page.evaluate(() => Object.values(sessionStorage).join());
  const topic = page.getByLabel("题目");
  await topic.click();
  await devtools.send("Input.insertText", { text: "论" });
  await expect.poll(draft).toContain("论");
  for (const letters of ["t", "ti", "ting", "ting'k", "ting'ke"]) await compose(letters);
  await expect(topic).toHaveValue("论ting'ke");
  await expect(page.getByText("有未保存的修改", { exact: true })).toBeVisible();
  await page.waitForTimeout(600);
  expect(await draft()).not.toContain("ting");
  await devtools.send("Input.insertText", { text: "听课" });
  await expect(topic).toHaveValue("论听课");
  await expect.poll(draft).toContain("论听课");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByText("已保存到区平台").first()).toBeVisible();
  expect(((await (await call("GET", `/api/records/${record.id}`)).json()) as RecordView).data["topic"]).toBe("论听课");
});

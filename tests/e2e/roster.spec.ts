import { expect, test, type Page } from "@playwright/test";
import { faultsOf, picture } from "./look.js";
import { enter } from "./people.js";
import { Service } from "./service.js";

/** What a secretary does with posts: correct their days, take somebody over, let another school file, say who leads the training. */
const service = new Service();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await service.start();
});

test.afterAll(() => service.dispose());

async function roster(page: Page, person: string, school: string): Promise<void> {
  await enter(page.context(), service.url, person);
  await page.addInitScript(([id, role]) => {
    localStorage.setItem("cadredocs.year", "2024");
    localStorage.setItem(`cadredocs.role.${id}`, `secretary:${role}`);
  }, [person, school]);
  await page.goto(`${service.url}/#/roster`);
  await expect(page.getByRole("heading", { name: "干部名册" })).toBeVisible();
}

test("the first day of a post is corrected, and refused where marks would lie outside", async ({ page }) => {
  await roster(page, "p3001", "s-yunfan");
  await page.getByRole("button", { name: "任职 林𬱖" }).click();
  const dialog = page.getByRole("dialog");
  const day = dialog.getByLabel("任职第一天");
  await day.fill("2024-10-01");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog.getByRole("alert").first()).toContainText("2024-03-05");
  expect(await faultsOf(page, "roster-posts-refused", [320, 1366])).toEqual([]);
  await day.fill("2019-02-01");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog.getByRole("alert")).toHaveCount(0);
  await dialog.getByRole("button", { name: "关闭" }).click();
  await expect(page.getByRole("row", { name: /林𬱖/ })).toContainText("2019年2月1日");
});

test("a second post is entered and becomes the one that files", async ({ page }) => {
  await roster(page, "p3001", "s-yunfan");
  await page.getByRole("button", { name: "调入 / 返任" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("进修编号或姓名").first().fill("陶知微");
  await dialog.getByRole("button", { name: "查找" }).click();
  await dialog.getByRole("radio", { name: /兼任本校职务（仍由晨露幼儿园申报学分）/ }).click();
  await dialog.getByLabel("在本校的职务").fill("德育顾问");
  await dialog.getByLabel("任职第一天").fill("2024-10-01");
  expect(await faultsOf(page, "roster-transfer-second", [320, 1366])).toEqual([]);
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("row", { name: /陶知微/ })).toContainText("兼任");
  await page.getByRole("button", { name: "任职 陶知微" }).click();
  await dialog.getByLabel("学校").selectOption("云帆中学");
  await dialog.getByLabel("从哪一天起").fill("2024-12-01");
  await picture(page, "roster-filing");
  await dialog.getByRole("button", { name: "改为由所选学校申报" }).click();
  await expect(dialog.getByText("德育顾问 · 由本校申报学分")).toBeVisible();
});

test("a number that is somebody's leads from adding to the transfer", async ({ page }) => {
  await roster(page, "p3001", "s-yunfan");
  await page.getByRole("button", { name: "添加干部" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("任职第一天")).toHaveValue("2024-01-01");
  await dialog.getByLabel("进修编号").fill("003109022009");
  await dialog.getByLabel("姓名").fill("卓玛");
  await dialog.getByLabel("现任职务").fill("德育主任");
  await dialog.getByRole("button", { name: "保存" }).click();
  await dialog.getByRole("button", { name: "调入 / 返任" }).click();
  await expect(dialog.getByRole("radio", { name: /卓玛.*青禾小学/ })).toBeChecked();
  await expect(dialog.getByLabel("在本校的职务")).toHaveValue("德育主任");
});

test("the import asks from which day, and the head of training is named", async ({ page }) => {
  await roster(page, "p3001", "s-yunfan");
  await page.getByRole("button", { name: "修改 干部自培负责人" }).click();
  await page.getByRole("dialog").getByLabel("姓名").fill("林𬱖");
  await page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("干部自培负责人：林𬱖")).toBeVisible();
  expect(await faultsOf(page, "roster", [320, 1366])).toEqual([]);
  await page.getByRole("button", { name: "导入名册" }).click();
  await expect(page.getByLabel("从哪一天起")).toHaveValue("2024-01-01");
  await page.locator("input[type=file]").setInputFiles({ name: "名册.csv", mimeType: "text/csv", buffer: Buffer.from("姓名,职务\n西门若水,教研室主任\n") });
  await expect(page.getByText("任职时间：")).toBeVisible();
  expect(await faultsOf(page, "roster-import", [320, 1366])).toEqual([]);
});

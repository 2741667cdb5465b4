import { expect, test, type Page } from "@playwright/test";
import { faultsOf } from "./look.js";
import { enter } from "./people.js";
import { Service } from "./service.js";

/** What the administrator sets up before any roster: regions, schools, roles, logins. */
const service = new Service();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await service.start();
});

test.afterAll(() => service.dispose());

async function open(page: Page, person: string, place: string): Promise<void> {
  await enter(page.context(), service.url, person);
  await page.goto(`${service.url}/#/${place}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

test("a region and a school are added, and the school has a roster at once", async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, "p0004", "district");
  await page.getByRole("button", { name: "添加片区" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("代码").fill("N");
  await dialog.getByLabel("片区").fill("北片区");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("row", { name: /北片区/ })).toBeVisible();
  await page.getByRole("button", { name: "添加学校" }).click();
  await dialog.getByLabel("代码").fill("310902");
  await dialog.getByLabel("学校").fill("松间小学");
  await dialog.getByLabel("片区").selectOption("北片区");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog.getByRole("alert")).toContainText("已属于青禾小学");
  expect(await faultsOf(page, "district-school", [320, 1366])).toEqual([]);
  await dialog.getByRole("textbox", { name: "代码" }).fill("310999");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("row", { name: /松间小学/ })).toContainText("（未指定）");
  expect(await faultsOf(page, "district", [320, 1366])).toEqual([]);
  await page.goto(`${service.url}/#/roster`);
  await page.getByLabel("学校", { exact: true }).selectOption("松间小学");
  await expect(page.getByText("名册还是空的")).toBeVisible();
});

test("a role is given and taken back, a login is set, many are pasted", async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, "p0004", "access");
  await page.getByRole("button", { name: "授予权限" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("查找姓名、进修编号或账号").fill("司徒");
  await dialog.getByRole("button", { name: "查找" }).click();
  await expect(dialog.getByRole("radio", { name: /司徒景行/ })).toBeChecked();
  await dialog.getByLabel("学校").selectOption("青禾小学");
  expect(await faultsOf(page, "access-grant", [320, 1366])).toEqual([]);
  await dialog.getByRole("button", { name: "保存" }).click();
  await page.getByRole("button", { name: "收回 司徒景行 学校书记 青禾小学" }).click();
  await dialog.getByRole("button", { name: "收回" }).click();
  await expect(page.getByRole("button", { name: /收回 司徒景行/ })).toHaveCount(0);
  await page.getByRole("button", { name: "批量登记账号" }).click();
  await dialog.getByRole("textbox").fill("003109033009\tyu@example.com\n99\tnobody@example.com");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog.getByRole("alert").first()).toContainText("99 不在名册中");
  await dialog.getByRole("textbox").fill("003109033009\tyu@example.com");
  await dialog.getByRole("button", { name: "保存" }).click();
  await page.getByRole("searchbox").fill("於菟");
  await expect(page.getByRole("group", { name: "登录账号" }).getByRole("row", { name: /於菟/ })).toContainText("yu@example.com");
  expect(await faultsOf(page, "access", [320, 1366])).toEqual([]);
});

test("the bureau reads roles and schools and finds nothing to press", async ({ page }) => {
  await open(page, "p0002", "access");
  await expect(page.getByRole("row", { name: /管理员/ }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "授予权限" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^收回/ })).toHaveCount(0);
});

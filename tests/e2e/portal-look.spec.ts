import { expect, test, type Page } from "@playwright/test";
import { desktop, faultsOf, layoutFaults, picture } from "./look.js";
import { enter, newPaper } from "./people.js";
import { Service } from "./service.js";

/** Every screen and dialog of the portal: axe and layout, light, dark and forced colours. */
const service = new Service();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await service.start();
});

test.afterAll(() => service.dispose());

const roles: Record<string, { person: string; role: string; school: string; places: string[] }> = {
  cadre: { person: "p2002", role: "cadre", school: "s-qinghe", places: ["duties", "myCredits", "upload", "changes", "diagnostics"] },
  secretary: { person: "p2001", role: "secretary", school: "s-qinghe", places: ["board", "schoolDuties", "roster", "roster/import", "contradictions", "sessions", "attendance", "credits", "ledger", "closing", "filing", "rights", "inspection", "digests"] },
  reviewer: { person: "p0001", role: "reviewer", school: "", places: ["review", "review/s-qinghe", "ledger/p2002", "evaluation", "changes"] },
  officer: { person: "p0002", role: "officer", school: "", places: ["dashboard", "evaluation", "deadlines", "inspection", "digests"] },
  chair: { person: "p0003", role: "region-chair", school: "", places: ["region", "inspection"] },
  administrator: { person: "p0004", role: "administrator", school: "", places: ["district", "access", "roster", "digests", "diagnostics"] },
};

async function as(page: Page, name: keyof typeof roles & string, settings: Record<string, string> = {}): Promise<void> {
  const { person, role, school } = roles[name]!;
  await enter(page.context(), service.url, person);
  await page.addInitScript((values) => {
    for (const [key, value] of Object.entries(values)) localStorage.setItem(`cadredocs.${key}`, value);
  }, { year: "2024", [`role.${person}`]: `${role}:${school}`, ...settings });
}

let loads = 0;

async function open(page: Page, place: string): Promise<void> {
  // A query of its own makes it a load of the page, not a step within it.
  await page.goto(`${service.url}/?load=${loads++}#/${place}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.waitForLoadState("networkidle");
}

for (const [name, { places }] of Object.entries(roles)) {
  test(`screens of the ${name}`, async ({ page }) => {
    test.setTimeout(180_000);
    await as(page, name);
    const faults: string[] = [];
    for (const place of places) {
      await open(page, place);
      faults.push(...(await faultsOf(page, `${name}-${place.replace(/\//g, "-")}`, desktop)));
    }
    expect(faults).toEqual([]);
  });
}

test("sign-in screen with a failed sign-in", async ({ page }) => {
  await page.goto(`${service.url}/?signIn=not-in-roster`);
  await expect(page.getByRole("alert")).toBeVisible();
  expect(await faultsOf(page, "sign-in", desktop)).toEqual([]);
});

test("the form editor, its questions and the end of a session", async ({ page, context }) => {
  const { record } = await newPaper(context, service.url, "p2002");
  await as(page, "cadre");
  await open(page, `paper/${record.id}`);
  const faults = await faultsOf(page, "editor", desktop);
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  faults.push(...(await faultsOf(page, "editor-submit", desktop)));
  await page.getByRole("dialog").getByRole("button", { name: "提交" }).click();
  await expect(page.getByText("材料还不完整").first()).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  faults.push(...(await faultsOf(page, "editor-incomplete", desktop)));
  await page.keyboard.press("Escape");
  await page.getByLabel("题目").fill("写着写着过期了");
  await context.clearCookies({ name: "cadredocs" });
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  faults.push(...(await faultsOf(page, "editor-signed-out", desktop)));
  expect(faults).toEqual([]);
});

test("学校意见 of 表10 can be read by its author, not written, and says why", async ({ page, context }) => {
  const { record } = await newPaper(context, service.url, "p2009", "duty-report");
  await page.addInitScript(() => localStorage.setItem("cadredocs.year", "2024"));
  await open(page, `paper/${record.id}`);
  const box = page.getByLabel("学校意见");
  await expect(box).toHaveAttribute("readonly", "");
  await expect(box).toHaveAccessibleDescription(/由学校填写/);
  expect(await faultsOf(page, "editor-other-hand", desktop)).toEqual([]);
});

/** Opens the dialog behind the button, looks at it, closes it again. */
async function dialog(page: Page, name: string, button: string | RegExp): Promise<string[]> {
  await page.getByRole("button", { name: button }).first().click();
  await expect(page.getByRole("dialog")).toBeVisible();
  const faults = await faultsOf(page, name, desktop);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  return faults;
}

test("dialogs and drawers of the secretary", async ({ page }) => {
  test.setTimeout(180_000);
  await as(page, "secretary");
  const faults: string[] = [];
  await open(page, "roster");
  faults.push(...(await dialog(page, "roster-add", "添加干部")), ...(await dialog(page, "roster-edit", /^修改 王芳/)), ...(await dialog(page, "roster-leave", /^离任 /)));
  faults.push(...(await dialog(page, "roster-posts", /^任职 /)), ...(await dialog(page, "roster-transfer", "调入 / 返任")), ...(await dialog(page, "roster-lead", "修改 干部自培负责人")));
  await open(page, "sessions");
  faults.push(...(await dialog(page, "session-add", /添加/)), ...(await dialog(page, "session-edit", /^修改 /)));
  await open(page, "credits");
  faults.push(...(await dialog(page, "credits-count", /查看材料$/)), ...(await dialog(page, "credits-declare", /^修改 |^填写 |申报.* 王芳|严守拙$/)));
  await open(page, "board");
  faults.push(...(await dialog(page, "board-paper", /：(已提交|已接受|草稿)/)));
  await page.getByRole("button", { name: "设置" }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  faults.push(...(await faultsOf(page, "settings", desktop)));
  expect(faults).toEqual([]);
});

test("cells copied from Excel are pasted, previewed and drawn two hundred at a time", async ({ page }) => {
  await as(page, "secretary");
  await open(page, "roster/import");
  const rows = Array.from({ length: 300 }, (_, row) => `样${String.fromCharCode(0x4e00 + row)}青\t教研组长`);
  await page.getByLabel("或者粘贴表格").evaluate((box, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    box.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData }));
  }, ["姓名\t职务", ...rows, "样一二\t"].join("\n"));
  await expect(page.getByText(/第 302 行.*没有职务/)).toBeVisible();
  const table = page.getByRole("table").last();
  await expect(table.getByRole("row")).toHaveCount(201);
  expect(await faultsOf(page, "roster-pasted", desktop)).toEqual([]);
  await page.getByRole("button", { name: "显示全部 301 行" }).click();
  await expect(table.getByRole("row")).toHaveCount(302);
});

// English: its words do not break, so it is the harder case.
test("texts longer by 60 % break no layout", async ({ page }) => {
  test.setTimeout(180_000);
  await as(page, "secretary", { texts: "long", language: "en" });
  const faults: string[] = [];
  for (const place of roles["secretary"]!.places) {
    await open(page, place);
    for (const width of [1366, 450, 320]) {
      await page.setViewportSize({ width, height: 860 });
      faults.push(...(await layoutFaults(page)).map((fault) => `${place} ${width}: ${fault}`));
      await picture(page, `long-${place.replace("/", "-")}-${width}`);
    }
  }
  expect(faults).toEqual([]);
});

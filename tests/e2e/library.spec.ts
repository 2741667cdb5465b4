import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { execFileSync } from "node:child_process";
import { expect, test, type Page } from "@playwright/test";
import { showBusyFiling, showFailedRights } from "./filings.js";
import { desktop, faultsOf, layoutFaults, paneWidths, picture } from "./look.js";
import { enter } from "./people.js";
import { downloaded, fillWithPython } from "./portal.js";
import { Service } from "./service.js";

/** The library seen from the portal: what was filed, what became of it, who may see it. One school's filing is used by all tests in turn. */
const service = new Service();
const school = "s-yunfan";
const secretary = "p3001";
const widths = [...paneWidths, ...desktop];

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await service.start();
});

test.afterAll(() => service.dispose());

const library = (path: string) => join(service.data, "library", path);

/** Every filed .docx, as paths in the library. */
const filed = () =>
  readdirSync(library(""), { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".docx") && path.includes("云帆中学/2024年度")).sort();

async function open(page: Page, place: string, person = secretary, role = "secretary"): Promise<void> {
  await enter(page.context(), service.url, person);
  await page.addInitScript((values) => {
    for (const [key, value] of Object.entries(values)) localStorage.setItem(`cadredocs.${key}`, value);
  }, { year: "2024", [`role.${person}`]: `${role}:${school}` });
  await page.goto(`${service.url}/#/${place}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

test("what is filed is a tree of files to fetch, and one file for the whole school", async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, "filing");
  await page.getByRole("button", { name: "开始归档" }).click();
  await expect(page.getByRole("heading", { name: "归档完成", exact: true })).toBeVisible({ timeout: 60_000 });
  const path = filed().find((each) => each.includes("（表1）"))!;
  const file = await downloaded(page, page.getByRole("button", { name: path.split("/").pop()!, exact: true }));
  expect(readFileSync(file).equals(readFileSync(library(path)))).toBe(true);
  const zip = await downloaded(page, page.getByRole("button", { name: "下载2024年度档案袋" }));
  const names = execFileSync("/usr/bin/python3", ["-c", "import zipfile,sys\nprint('\\n'.join(zipfile.ZipFile(sys.argv[1]).namelist()))", zip]).toString().trim().split("\n");
  expect(names).toEqual(expect.arrayContaining([...filed(), "index.html", "manifest.json"]));
});

test("a cadre takes the own portfolio, and nobody else's papers are in it", async ({ page }) => {
  await open(page, "duties", "p3002", "cadre");
  const zip = await downloaded(page, page.getByRole("button", { name: "下载本人档案袋" }));
  const names = execFileSync("/usr/bin/python3", ["-c", "import zipfile,sys\nprint('\\n'.join(zipfile.ZipFile(sys.argv[1]).namelist()))", zip]).toString().trim().split("\n").filter((name) => name.includes("/"));
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !name.includes("/诸葛明轩/"))).toEqual([]);
});

test("a comparison lists missing, moved, changed and extra files; a repair and a filing bring back what can be", async ({ page }) => {
  test.setTimeout(180_000);
  const [missing, moved, changed] = filed() as [string, string, string];
  const elsewhere = moved.replace(/[^/]+$/, "挪到这里.docx");
  const content = readFileSync(library(moved));
  rmSync(library(missing));
  renameSync(library(moved), library(elsewhere));
  writeFileSync(library(changed), "改动");
  writeFileSync(join(dirname(library(changed)), "新建文档(3).docx"), "多出");
  await open(page, "filing");
  await page.getByRole("button", { name: "开始核对" }).click();
  const found = (kind: string) => page.locator(`[data-difference="${kind}"]`);
  await expect(found("missing")).toContainText(missing.split("/").pop()!);
  await expect(found("moved")).toContainText("挪到这里.docx");
  await expect(found("changed")).toContainText(changed.split("/").pop()!);
  await expect(found("extra")).toContainText("新建文档(3).docx");
  expect(await faultsOf(page, "verify", widths)).toEqual([]);
  await page.getByRole("button", { name: "修复能修复的（2个）" }).click();
  await expect(found("moved")).toContainText("已移回原位");
  expect(readFileSync(library(moved)).equals(content)).toBe(true);
  await page.getByRole("button", { name: "归档，补上1个" }).click();
  await expect(page.getByRole("heading", { name: /^归档完成/ })).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => filed().includes(missing)).toBe(true);
  rmSync(join(dirname(library(changed)), "新建文档(3).docx"));
});

test("a paper that somebody changed in the library says so and is fetched back once it is open again", async ({ page }) => {
  test.setTimeout(180_000);
  const path = filed().find((each) => each.includes("诸葛明轩") && each.includes("（表7）"))!;
  const call = await enter(page.context(), service.url, secretary);
  const records = (await (await call("GET", `/api/records?schoolId=${school}&year=2024&formId=reflection`)).json()) as { id: string; personName: string }[];
  const record = records.find((each) => each.personName === "诸葛明轩")!;
  await open(page, `paper/${record.id}`);
  await page.getByRole("button", { name: "档案库中的文件" }).click();
  await expect(page.locator('[data-library="as-filed"]')).toBeVisible();
  const copy = join(service.data, "copy.docx");
  writeFileSync(copy, readFileSync(library(path)));
  writeFileSync(library(path), readFileSync(fillWithPython(copy, { topic: "在档案库里改的题目" })));
  await page.reload();
  await page.getByRole("button", { name: "档案库中的文件" }).click();
  await expect(page.locator('[data-library="changed"]')).toContainText("请先点“重新打开”");
  const faults = await faultsOf(page, "paper-library", widths);
  await page.getByRole("button", { name: "重新打开", exact: true }).click();
  await page.getByRole("button", { name: "从档案库取回" }).click();
  await expect(page.getByText("在档案库里改的题目").first()).toBeVisible();
  faults.push(...(await faultsOf(page, "paper-fetched", widths)));
  await page.getByRole("button", { name: "写入系统" }).click();
  await expect(page.getByLabel("题目")).toHaveValue("在档案库里改的题目");
  expect(faults).toEqual([]);
});

test("who may see what: each folder with its people, a pass given and taken back", async ({ page }) => {
  test.setTimeout(180_000);
  await open(page, "rights");
  await expect(page.getByRole("row", { name: /云帆中学.*学校文件夹/ })).toBeVisible();
  await page.getByLabel("审核人").selectOption({ index: 1 });
  await page.getByLabel("最后一天").fill(new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10));
  await page.getByRole("button", { name: "给予查阅权" }).click();
  await expect(page.getByRole("button", { name: /^收回.*的查阅权$/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /林𬱖.*干部文件夹.*林𬱖、.*（至/u })).toBeVisible();
  const faults = await faultsOf(page, "rights", widths);
  await page.getByRole("button", { name: /^收回.*的查阅权$/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "收回", exact: true }).click();
  await expect(page.getByText("已收回。")).toBeVisible();
  await expect(page.getByRole("row", { name: /（至/ })).toHaveCount(0);
  expect(faults).toEqual([]);
});

test("a failed setting of the rights shows with its reason on its own page, on the filing page and in the diagnostics", async ({ page }) => {
  test.setTimeout(180_000);
  await showFailedRights(page);
  await open(page, "rights");
  await expect(page.locator('[data-rights="bad"]')).toContainText("还需要 fullcontrol");
  const faults = await faultsOf(page, "rights-failed", widths);
  await page.getByRole("button", { name: "重新设置并核对" }).click();
  await expect(page.locator('[data-rights="good"]')).toBeVisible();
  await showBusyFiling(page);
  await page.goto(`${service.url}/#/filing`);
  await expect(page.locator("[data-troubles]")).toContainText("还需要 fullcontrol");
  await expect(page.locator("[data-trouble]")).toHaveCount(2);
  await expect(page.getByText("已传送 100.0 MB，共 238.4 MB")).toBeVisible();
  await expect(page.locator('[data-waiting="locked"]')).toContainText("祝榕");
  faults.push(...(await faultsOf(page, "filing-busy", widths)));
  await page.goto(`${service.url}/#/diagnostics`);
  await expect(page.getByText("还需要 fullcontrol")).toBeVisible();
  expect(faults).toEqual([]);
});

test("texts longer by 60 % break no layout of the library's pages", async ({ page }) => {
  test.setTimeout(120_000);
  await page.addInitScript(() => {
    localStorage.setItem("cadredocs.texts", "long");
    localStorage.setItem("cadredocs.language", "en");
  });
  await showFailedRights(page);
  const faults: string[] = [];
  for (const place of ["rights", "filing"]) {
    await open(page, place);
    await page.waitForLoadState("networkidle");
    for (const width of [1366, 450, 320]) {
      await page.setViewportSize({ width, height: 860 });
      faults.push(...(await layoutFaults(page)).map((fault) => `${place} ${width}: ${fault}`));
      await picture(page, `library-long-${place}-${width}`);
    }
  }
  expect(faults).toEqual([]);
});

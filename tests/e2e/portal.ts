import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import { repository } from "./service.js";

const folder = mkdtempSync(join(tmpdir(), "cadredocs-files-"));

/** Signs in by choosing a person and takes the year and, where given, the role. */
export async function signIn(page: Page, url: string, name: string, role?: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`${url}/#/`);
  await page.reload();
  await page.getByRole("button", { name: new RegExp(name) }).first().click();
  await expect(page.getByLabel("年度", { exact: true })).toBeVisible();
  await page.getByLabel("年度", { exact: true }).selectOption("2024");
  if (role) {
    const choice = page.getByLabel("身份", { exact: true });
    const label = (await choice.locator("option").allTextContents()).find((text) => text.includes(role));
    if (!label) throw new Error(`${name} has no role ${role}`);
    await choice.selectOption({ label });
  }
}

/** Clicks and keeps the file that comes. */
export async function downloaded(page: Page, button: Locator): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const path = join(folder, `${Date.now()}-${download.suggestedFilename()}`);
  await download.saveAs(path);
  return path;
}

/** Fills controls by tag with python-docx. */
export function fillWithPython(path: string, values: Record<string, string>): string {
  const target = path.replace(/\.docx$/, "-filled.docx");
  execFileSync("/usr/bin/python3", [join(repository, "tests/e2e/fill.py"), path, target, JSON.stringify(values)], { stdio: "pipe" });
  return target;
}

/** Opens and saves with LibreOffice, which drops the tags of inline controls. */
export function resaveWithLibreOffice(path: string): string {
  const out = mkdtempSync(join(folder, "lo-"));
  execFileSync("soffice", ["--headless", `-env:UserInstallation=file://${join(folder, "profile")}`, "--convert-to", "docx:MS Word 2007 XML", "--outdir", out, path], { stdio: "pipe" });
  return join(out, path.slice(path.lastIndexOf("/") + 1));
}

/** Marks cells of the audit workbook with openpyxl: { name: { header: value } }. */
export function markWorkbook(path: string, marks: Record<string, Record<string, string | number>>): string {
  const target = path.replace(/\.xlsx$/, "-marked.xlsx");
  execFileSync("/usr/bin/python3", [join(repository, "tests/e2e/mark.py"), path, target, JSON.stringify(marks)], { stdio: "pipe" });
  return target;
}

export { folder as files };

import { expect, test } from "@playwright/test";
import { desktop, faultsOf, paneWidths } from "./look.js";
import { enter, newPaper } from "./people.js";
import { Service } from "./service.js";

/** A stamped scan belongs to the version that was printed: the portal asks which, and refuses one that is void. */
const service = new Service();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await service.start();
});

test.afterAll(() => service.dispose());

test("a scan of an earlier print is refused with the reason, the present one is taken", async ({ page, context }) => {
  const { record, call } = await newPaper(context, service.url, "p2002");
  const printed = (await (await call("POST", `/api/records/${record.id}/printed`)).json()) as { printedCode: string; data: object; version: number };
  const changed = (await (await call("PUT", `/api/records/${record.id}`, { data: { ...printed.data, topic: "印后又改" } }, printed.version)).json()) as { contentCode: string };
  expect(changed.contentCode).not.toBe(printed.printedCode);
  await page.goto(`${service.url}/#/paper/${record.id}`);
  await page.getByRole("button", { name: /^附件/ }).click();
  await page.getByLabel("附件类型").selectOption("scan");
  const scan = { name: `签章 ${printed.printedCode}.pdf`, mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 made up") };
  await page.locator("input[type=file][aria-label=添加附件]").setInputFiles(scan);

  const dialog = page.getByRole("dialog", { name: "核对扫描件的内容码" });
  await expect(dialog.getByRole("textbox", { name: /内容码/ })).toHaveValue(printed.printedCode);
  await dialog.getByRole("button", { name: "附上扫描件" }).click();
  await expect(dialog.getByText(/打印件已作废/)).toBeVisible();
  await expect(dialog.getByText(new RegExp(changed.contentCode))).toBeVisible();
  expect(await faultsOf(page, "scan-void", [...paneWidths, ...desktop])).toEqual([]);

  await dialog.getByRole("textbox", { name: /内容码/ }).fill("");
  await dialog.getByRole("button", { name: "附上扫描件" }).click();
  await expect(dialog.getByText(/表上没有的，请勾选/)).toBeVisible();
  await dialog.getByRole("textbox", { name: /内容码/ }).fill(changed.contentCode.toLowerCase());
  await dialog.getByRole("button", { name: "附上扫描件" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(`内容码 ${changed.contentCode}，与当前内容一致`)).toBeVisible();
});

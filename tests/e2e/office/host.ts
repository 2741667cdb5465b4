import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Page } from "@playwright/test";
import type { FakeExcelHandle } from "./fake-excel.js";
import type { FakeWordHandle } from "./fake-word.js";
import type { Level, Quirks } from "./levels.js";

declare global {
  // The fakes put themselves here in the page.
  var fakeWord: FakeWordHandle;
  var fakeExcel: FakeExcelHandle;
}

const here = dirname(fileURLToPath(import.meta.url));
const bundles = new Map<string, Promise<string>>();

function bundle(file: string, name: string): Promise<string> {
  const known = bundles.get(file);
  if (known) return known;
  const made = build({ entryPoints: [join(here, file)], bundle: true, write: false, format: "iife", globalName: name, platform: "browser", target: "es2022" }).then((result) => result.outputFiles[0]!.text);
  bundles.set(file, made);
  return made;
}

/** office.js comes from the cloud profile's address; here its place is taken before the page's own script runs. */
async function interceptOffice(page: Page, script: string): Promise<void> {
  await page.route(/\/office\.js(\?|$)/, (route) => route.fulfill({ contentType: "text/javascript; charset=utf-8", body: script }));
}

async function wordScript(document: Buffer, level: Level, quirks: Quirks): Promise<string> {
  const code = await bundle("fake-word.ts", "cadreFakeWord");
  return `performance.mark("host-begins");\n${code}\ncadreFakeWord.installFakeWord(${JSON.stringify(document.toString("base64"))}, ${JSON.stringify(level)}, ${JSON.stringify(quirks)});\nperformance.mark("host-ready");`;
}

async function excelScript(workbook: Buffer, level: Level, quirks: Quirks): Promise<string> {
  const code = await bundle("fake-excel.ts", "cadreFakeExcel");
  return `performance.mark("host-begins");\n${code}\ncadreFakeExcel.installFakeExcel(${JSON.stringify(workbook.toString("base64"))}, ${JSON.stringify(level)}, ${JSON.stringify(quirks)});\nperformance.mark("host-ready");`;
}

/** Opens the pane beside a real document in the fake Word. */
export async function openInWord(page: Page, url: string, document: Buffer, level: Level = "M365", quirks: Quirks = {}, query = ""): Promise<void> {
  await interceptOffice(page, await wordScript(document, level, quirks));
  await page.goto(`${url}/pane.html${query}`);
}

/** Opens the pane beside a real workbook in the fake Excel. */
export async function openInExcel(page: Page, url: string, workbook: Buffer, level: Level = "M365", quirks: Quirks = {}): Promise<void> {
  await interceptOffice(page, await excelScript(workbook, level, quirks));
  await page.goto(`${url}/pane.html`);
}

/**
 * Gives office.js from an address of its own, as the cloud does. Playwright's interception would send each of the page's requests through the test's own
 * process and switch the browser's cache off: where time is measured, nothing may be intercepted.
 */
export class OfficeServer {
  private script = "";
  private readonly server: Server = createServer((_, answer) => {
    answer.writeHead(200, { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-store" });
    answer.end(this.script);
  });

  /** The address for the service's setting Cloud:OfficeScript. */
  async start(): Promise<string> {
    await new Promise<void>((listening) => this.server.listen(0, "127.0.0.1", listening));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/office.js`;
  }

  async word(document: Buffer): Promise<void> {
    this.script = await wordScript(document, "M365", {});
  }

  async excel(workbook: Buffer): Promise<void> {
    this.script = await excelScript(workbook, "M365", {});
  }

  dispose(): void {
    this.server.close();
  }
}

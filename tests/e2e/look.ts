import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Page } from "@playwright/test";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** LOOK=<folder> keeps a picture of every view. */
const pictures = process.env.LOOK ?? "";

export const looks = [
  { name: "light", colorScheme: "light", forcedColors: "none" },
  { name: "dark", colorScheme: "dark", forcedColors: "none" },
  { name: "forced", colorScheme: "light", forcedColors: "active" },
] as const;

export const paneWidths = [320, 350, 450];
export const desktop = [1366];

declare global {
  interface Window {
    axe: { run(context: object, options: object): Promise<{ violations: { id: string; help: string; nodes: { target: string[] }[] }[] }> };
  }
}

/** Page too wide, words cut off in a button: what the reader would see first. */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const over = document.documentElement.scrollWidth - innerWidth;
    if (over > 0) faults.push(`scrolls sideways by ${over}px`);
    for (const button of document.querySelectorAll<HTMLElement>("button, a[role=button], [role=menuitem], [role=tab]")) {
      const box = button.getBoundingClientRect();
      if (box.width < 2 || box.height < 2 || !button.textContent?.trim()) continue;
      const words = document.createRange();
      words.selectNodeContents(button);
      const text = words.getBoundingClientRect();
      const cut = text.left < box.left - 1 || text.right > box.right + 1 || text.top < box.top - 1 || text.bottom > box.bottom + 1;
      if (cut) faults.push(`words leave the button "${button.textContent.trim().slice(0, 40)}"`);
    }
    return faults;
  });
}

async function axeFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() =>
    window.axe.run({ exclude: [["[data-tabster-dummy]"]] }, { resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }),
  );
  return violations.map((each) => `${each.id}: ${each.help} (${each.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(" | ")})`);
}

/** Looks at what the page shows now, in every look and width, and says all faults. */
export async function faultsOf(page: Page, name: string, widths: readonly number[]): Promise<string[]> {
  const faults: string[] = [];
  // A closed dialog gives the page behind it back a moment after it is gone.
  await page.waitForFunction(() => globalThis.document.querySelector("[role=dialog], [role=alertdialog]") || !globalThis.document.querySelector("#root[aria-hidden]"));
  for (const look of looks) {
    await page.emulateMedia({ colorScheme: look.colorScheme, forcedColors: look.forcedColors, reducedMotion: "reduce" });
    for (const width of widths) {
      await page.setViewportSize({ width, height: width < 600 ? 640 : 860 });
      // The page answers to the look in its own time.
      await page.waitForFunction((scheme) => ["", scheme].includes(document.documentElement.style.colorScheme), look.colorScheme);
      // Two frames: styles and measured parts (charts, menus) have settled.
      await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
      const found = [...(await layoutFaults(page)), ...(await axeFaults(page))];
      faults.push(...found.map((fault) => `${name}, ${look.name}, ${width}px: ${fault}`));
      await picture(page, `${name}-${look.name}-${width}`);
    }
  }
  return faults;
}

export async function picture(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

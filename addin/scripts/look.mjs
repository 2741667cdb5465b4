// Visits every screen of a running service in Chromium, by role, width and theme: a picture of each, and axe on each.
//   npm run look -- http://127.0.0.1:5080 [folder for pictures] [only screens whose name contains this]
// Ends with an error when axe finds a violation, a page scrolls sideways or the console reports an error.
import { createRequire } from "node:module";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [service = "http://127.0.0.1:5080", folder = "look-out", only = ""] = process.argv.slice(2);
const full = !process.env["LOOK_QUICK"];
const year = "2024";
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const visits = [
  { name: "sign-in", person: null, places: ["/"] },
  { name: "cadre", person: "p2002", role: "cadre", places: ["/duties", "/upload", "/myCredits", "/changes", "/diagnostics"] },
  { name: "secretary", person: "p2001", role: "secretary", places: ["/board", "/schoolDuties", "/roster", "/roster/import", "/sessions", "/attendance", "/credits", "/ledger", "/ledger/p2002", "/closing", "/inspection", "/contradictions", "/digests", "/filing", "/changes"] },
  { name: "reviewer", person: "p0001", role: "reviewer", places: ["/review", "/board", "/ledger", "/evaluation", "/inspection"] },
  { name: "officer", person: "p0002", role: "officer", places: ["/dashboard", "/board", "/closing", "/evaluation", "/inspection", "/digests"] },
  { name: "chair", person: "p0003", role: "region-chair", places: ["/region", "/inspection"] },
];
const looks = [
  { name: "1280-light", width: 1280, height: 800, colorScheme: "light" },
  ...(full
    ? [
        { name: "1280-dark", width: 1280, height: 800, colorScheme: "dark" },
        { name: "1280-forced", width: 1280, height: 800, colorScheme: "light", forcedColors: "active" },
        { name: "450-light", width: 450, height: 800, colorScheme: "light" },
        { name: "350-dark", width: 350, height: 700, colorScheme: "dark" },
        { name: "320-light", width: 320, height: 640, colorScheme: "light" },
      ]
    : [{ name: "320-dark", width: 320, height: 640, colorScheme: "dark" }]),
];

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
let faults = 0;
let seen = 0;
const fault = (where, what) => {
  faults++;
  console.error(`${where}: ${what}`);
};

for (const look of looks) {
  for (const visit of visits) {
    const places = visit.places.filter((place) => `${visit.name}${place}`.includes(only));
    if (places.length === 0) continue;
    const context = await browser.newContext({
      viewport: { width: look.width, height: look.height }, colorScheme: look.colorScheme, forcedColors: look.forcedColors ?? "none", locale: process.env["LOOK_LANGUAGE"] ?? "zh-CN", reducedMotion: "reduce", bypassCSP: true,
    });
    const page = await context.newPage();
    let where = "";
    page.on("console", (message) => message.type() === "error" && fault(where, message.text()));
    page.on("pageerror", (error) => fault(where, error.message));
    await page.addInitScript((value) => localStorage.setItem("cadredocs.year", value), year);
    await page.goto(service);
    if (visit.person) {
      await page.evaluate(async ([person, role]) => {
        const session = await (await fetch("/api/session")).json();
        await fetch("/api/development/sign-in", {
          method: "POST", headers: { "Content-Type": "application/json", "X-CSRF": session.antiforgeryToken }, body: JSON.stringify({ personId: person }),
        });
        const { roles } = await (await fetch("/api/session")).json();
        const chosen = roles.find((each) => each.role === role);
        localStorage.setItem(`cadredocs.role.${person}`, `${chosen.role}:${chosen.schoolId ?? chosen.regionId ?? ""}`);
      }, [visit.person, visit.role]);
    }
    for (const place of places) {
      where = `${visit.name}${place} ${look.name}`;
      await page.goto(`${service}/#${place}`);
      await page.reload();
      await page.waitForLoadState("networkidle");
      await page.waitForTimeout(300);
      await page.screenshot({ path: join(folder, `${where.replace(/[/ ]+/g, "_")}.png`), fullPage: true });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) fault(where, `scrolls sideways by ${overflow}px`);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run({ exclude: [["[data-tabster-dummy]"]] }, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
      for (const violation of violations) fault(where, `${violation.id}: ${violation.help} ${violation.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(" | ")}`);
      seen++;
    }
    await context.close();
  }
}

await browser.close();
console.log(`${seen} views, ${faults} faults`);
process.exit(faults > 0 ? 1 : 0);

import { defineConfig } from "@playwright/test";

// Debian's Chromium; Playwright's own download is never used.
export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  timeout: 60_000, // LibreOffice and document loops included,
  expect: { timeout: 15_000 },
  // Each file has a service of its own; two run side by side.
  workers: 2,
  outputDir: "out",
  reporter: [["list"], ["./counts.ts"]],
  use: {
    actionTimeout: 15_000,
    browserName: "chromium",
    viewport: { width: 1366, height: 860 },
    locale: "zh-CN",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
});

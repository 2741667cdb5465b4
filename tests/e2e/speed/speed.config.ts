import { defineConfig } from "@playwright/test";
import e2e from "../playwright.config.js";

// Measures, judges nothing: npm run speed.
export default defineConfig({ ...e2e, testDir: ".", testMatch: "*.speed.ts", workers: 1, timeout: 180_000, outputDir: "../out/speed", reporter: "line" });

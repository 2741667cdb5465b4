/// <reference types="vitest/config" />
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { theme } from "./scripts/theme";

const service = process.env["CADREDOCS_URL"] ?? "http://127.0.0.1:5080";

export default defineConfig({
  plugins: [react(), theme()],
  build: {
    rollupOptions: { input: { portal: "index.html", pane: "pane.html", dialog: "sign-in-dialog.html" } },
    outDir: "../service/CadreDocs.Service/wwwroot",
    emptyOutDir: true,
    target: "es2022",
    manifest: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
    // Inline data: URLs would need a hole in the content security policy.
    assetsInlineLimit: 0,
  },
  server: { host: "127.0.0.1", proxy: { "/api": service, "/sign-in": service } },
  test: { environment: "happy-dom", include: ["src/**/*.test.{ts,tsx}"], css: false },
});

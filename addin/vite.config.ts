/// <reference types="vitest/config" />
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Rolldown } from "vite";
import { theme } from "./scripts/theme";

const service = process.env["CADREDOCS_URL"] ?? "http://127.0.0.1:5080";

/** One file for the first screen; most of Fluent, which Excel's screens want all at once, in another. */
const paneFiles: NonNullable<Rolldown.OutputOptions["codeSplitting"]> = {
  includeDependenciesRecursively: false,
  groups: [
    { name: (id, context) => (firstOf(context).has(id) ? "start" : null), priority: 2 },
    { name: "fluent", test: /node_modules[\\/](@fluentui|@griffel|@floating-ui|tabster|keyborg|stylis|rtl-css-js)[\\/]/, priority: 1 },
  ],
};

let first: Set<string> | null = null;

/** All that the pane's entry imports, itself or through others, without waiting. */
function firstOf(context: { getModuleInfo: (id: string) => Rolldown.ModuleInfo | null }): Set<string> {
  if (first) return first;
  first = new Set();
  const wanted = [join(import.meta.dirname, "src/app/pane/main.tsx")];
  for (let id = wanted.pop(); id !== undefined; id = wanted.pop()) {
    if (first.has(id)) continue;
    first.add(id);
    wanted.push(...(context.getModuleInfo(id)?.importedIds ?? []));
  }
  return first;
}

// The pane is a build of its own (--mode pane): sharing files with the portal would cut its first load into a score of them.
export default defineConfig(({ mode }) => {
  const pane = mode === "pane";
  return {
    plugins: [react(), theme()],
    build: {
      rollupOptions: {
        input: pane ? ["pane.html"] : ["index.html", "sign-in-dialog.html"],
        output: pane ? { codeSplitting: paneFiles } : {},
      },
      outDir: "../service/CadreDocs.Service/wwwroot",
      emptyOutDir: !pane,
      target: "es2022",
      manifest: pane ? ".vite/pane.json" : ".vite/portal.json",
      reportCompressedSize: false,
      chunkSizeWarningLimit: 900,
      // Inline data: URLs would need a hole in the content security policy.
      assetsInlineLimit: 0,
    },
    server: { host: "127.0.0.1", proxy: { "/api": service, "/sign-in": service } },
    test: { environment: "happy-dom", include: ["src/**/*.test.{ts,tsx}"], css: false },
  };
});
